package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * A monitor with the class this run gives it.
 *
 * @param at when the class was observed; earlier than the run if it was carried over, or if it is not monitored
 * @param reason why it has this class, for the operator
 * @param weight at least 1
 */
public record ClassifiedMonitor(
        MonitorReading reading, MonitorClass monitorClass, Instant at, String reason, int weight, boolean critical) {
    public MonitorId id() {
        return reading.id();
    }

    public boolean isMonitored() {
        return monitorClass != MonitorClass.NOT_MONITORED;
    }

    /** The source's own shares, 0 to 1, while it checks the monitor; see {@link MonitorReading}. */
    public Map<UptimeWindow, BigDecimal> uptime() {
        return isMonitored() ? reading.uptime() : Map.of();
    }

    /** The same monitor, unknown for a reason outside of it. */
    public ClassifiedMonitor unknown(String outside) {
        return isMonitored()
                ? new ClassifiedMonitor(reading, MonitorClass.UNKNOWN, at, outside, weight, critical)
                : this;
    }
}
