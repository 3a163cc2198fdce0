package com.elytracloud.status.domain;

import java.util.Objects;

/**
 * The state of one component that a run keeps for the next.
 *
 * @param position where it is shown among the others, from 0
 */
public record ComponentState(
        Component component, int position, FlapState flaps, UptimeLedger ledger, DailyHistory history) {
    public ComponentState {
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(flaps, "flaps");
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(history, "history");
    }

    /** One that no run has seen. */
    public static ComponentState first(Component component) {
        return new ComponentState(component, 0, FlapState.NONE, UptimeLedger.EMPTY, DailyHistory.NONE);
    }
}
