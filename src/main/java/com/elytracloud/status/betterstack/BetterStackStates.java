package com.elytracloud.status.betterstack;

import java.util.Optional;

import com.elytracloud.status.domain.MonitorState;

/** Better Stack's words for a monitor's state. */
final class BetterStackStates {
    /** Not checked because someone said so: such a monitor leaves the scope, as a deleted one does. */
    private static final String PAUSED = "paused";

    private BetterStackStates() {}

    /** The state; empty for a monitor that is paused. */
    static Optional<MonitorState> of(String status) {
        return status.equals(PAUSED) ? Optional.empty() : Optional.of(watched(status));
    }

    private static MonitorState watched(String status) {
        return switch (status) {
            case "up" -> MonitorState.UP;
            // While it validates, checks pass again, but its own users are still told that it is down.
            case "down", "validating" -> MonitorState.DOWN;
            case "maintenance" -> MonitorState.MAINTENANCE;
            case "pending" -> MonitorState.PENDING;
            default -> MonitorState.UNRECOGNISED;
        };
    }
}
