package com.elytracloud.status.kuma;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorState;

/**
 * What the heartbeats of a status page say.
 *
 * @param monitors the monitors that beat at least once. One that never did is listed by Kuma with an empty list, be it
 *     new or paused since its creation: there is nothing to say of it, so it is left out
 * @param shares the share of the last 24 hours; Kuma says 0 of a monitor that never beat
 * @param listed how many monitors the page shows, those that never beat included
 */
record HeartbeatPage(Map<MonitorId, Beats> monitors, Map<MonitorId, BigDecimal> shares, int listed) {
    /** No page was asked, or it did not answer. */
    static final HeartbeatPage NONE = new HeartbeatPage(Map.of(), Map.of(), 0);

    HeartbeatPage {
        monitors = Map.copyOf(monitors);
        shares = Map.copyOf(shares);
    }

    /**
     * The newest beats of one monitor.
     *
     * @param beats oldest first; {@link Heartbeat#UNDATED} where the time cannot be read
     */
    record Beats(List<Heartbeat> beats) {
        static final Beats NONE = new Beats(List.of());

        Beats {
            beats = List.copyOf(beats);
        }

        MonitorState state() {
            return beats.isEmpty()
                    ? MonitorState.UNRECOGNISED
                    : beats.get(beats.size() - 1).state();
        }
    }
}
