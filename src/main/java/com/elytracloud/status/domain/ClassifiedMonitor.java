package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A monitor of the scope with the class this run gives it.
 *
 * @param weight at least 1
 * @param reason why it has this class, for the operator
 * @param uptime the source's own shares, 0 to 1; see {@link MonitorReading}
 */
public record ClassifiedMonitor(
        MonitorId id,
        MonitorClass monitorClass,
        String reason,
        int weight,
        boolean critical,
        Map<UptimeWindow, BigDecimal> uptime) {
    public ClassifiedMonitor {
        if (weight < 1) {
            throw new IllegalArgumentException("the weight of monitor %s is %d, not 1 or more".formatted(id, weight));
        }
        uptime = Map.copyOf(uptime);
    }
}
