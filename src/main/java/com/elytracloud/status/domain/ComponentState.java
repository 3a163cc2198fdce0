package com.elytracloud.status.domain;

import java.time.Instant;

/**
 * The state of one component that a run keeps for the next.
 *
 * @param position where it is shown among the others, from 0
 */
public record ComponentState(
        Component component, int position, FlapState flaps, UptimeLedger ledger, DailyHistory history) {
    public String id() {
        return component.id();
    }

    /** The same with what a run published. */
    ComponentState published(Instant at, ComponentStatus status) {
        return new ComponentState(component, position, flaps, ledger, history.with(at, status));
    }

    /** One that no run has seen. */
    public static ComponentState first(Component component) {
        return new ComponentState(component, 0, FlapState.NONE, UptimeLedger.EMPTY, DailyHistory.NONE);
    }
}
