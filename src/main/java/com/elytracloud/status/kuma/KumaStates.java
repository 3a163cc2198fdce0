package com.elytracloud.status.kuma;

import com.elytracloud.status.domain.MonitorState;

/** Kuma's codes of a monitor's state, the same in {@code monitor_status} and in heartbeats. */
final class KumaStates {
    private KumaStates() {}

    static MonitorState of(String code) {
        return switch (code) {
            case "0" -> MonitorState.DOWN;
            case "1" -> MonitorState.UP;
            case "2" -> MonitorState.PENDING;
            case "3" -> MonitorState.MAINTENANCE;
            default -> MonitorState.UNRECOGNISED;
        };
    }
}
