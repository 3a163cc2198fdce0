package com.elytracloud.status.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.Reading;

/** Reads the state of the monitors from a monitoring service. */
public interface MonitorSource {
    /**
     * Reads the monitors once.
     *
     * @return nothing if the service has no monitors; failed, never an exception, if there is no usable response by the
     *     deadline
     */
    Reading<MonitorFleet> read(Instant now, Deadline deadline);

    /**
     * The source's own uptime of 7, 30 and 90 days as shares of 0 to 1, for a new installation. A monitor without any
     * such uptime has an empty map; one that could not be requested is absent.
     */
    default Map<MonitorId, Map<Integer, BigDecimal>> longUptime(Set<MonitorId> wanted, Instant now, Deadline deadline) {
        return Map.of();
    }
}
