package com.elytracloud.status.kuma;

import com.elytracloud.status.domain.MonitorState;

/** Kuma's codes of a monitor's state, the same in {@code monitor_status} and in heartbeats. */
final class KumaStates {
    private KumaStates() {}

    static MonitorState of(String code) {
        return of(code.toCharArray(), 0, code.length());
    }

    /** The same without a string for each of 100,000 heartbeats. */
    static MonitorState of(char[] text, int from, int length) {
        return switch (length == 1 ? text[from] : '?') {
            case '0' -> MonitorState.DOWN;
            case '1' -> MonitorState.UP;
            case '2' -> MonitorState.PENDING;
            case '3' -> MonitorState.MAINTENANCE;
            default -> MonitorState.UNRECOGNISED;
        };
    }
}
