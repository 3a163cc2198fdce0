package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/**
 * A part of the platform under its public name.
 *
 * @param id stable and public: lower-case letters, digits and hyphens
 * @param name public, chosen by the operator
 * @param group the public name of the group it belongs to, empty if none
 * @param key identifies it at its source even if it is renamed
 * @param monitors the monitors it is evaluated by; never published
 */
public record Component(String id, String name, String group, String key, Set<MonitorId> monitors) {
    public static final int MAX = 50;

    public Component {
        monitors = Set.copyOf(monitors);
    }

    /** One without a group that is identified by its id. */
    public Component(String id, String name, Set<MonitorId> monitors) {
        this(id, name, "", id, monitors);
    }

    /**
     * The evaluation of one component.
     *
     * @param shown the status to publish: the measured one, raised by an incident
     * @param uptime percent with two decimals, truncated; a window that is not known is absent
     */
    public record Verdict(
            Component component, PlatformVerdict verdict, ComponentStatus shown, Map<UptimeWindow, BigDecimal> uptime) {
        public Verdict {
            uptime = Map.copyOf(uptime);
        }

        public ComponentStatus status() {
            return verdict.componentStatus();
        }
    }

    /**
     * The state of one component that a run keeps for the next.
     *
     * @param position where it is shown among the others, from 0
     */
    public record State(Component component, int position, FlapState flaps, UptimeLedger ledger, DailyHistory history) {
        public String id() {
            return component.id();
        }

        /** One that no run has seen. */
        public static State first(Component component) {
            return new State(component, 0, FlapState.NONE, UptimeLedger.EMPTY, DailyHistory.NONE);
        }
    }
}
