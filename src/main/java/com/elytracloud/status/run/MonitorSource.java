package com.elytracloud.status.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.Reading;

/** Tells what a monitoring service says of its monitors. */
public interface MonitorSource {
    /**
     * Asks once.
     *
     * @param now the instant of the run
     * @return nothing if the service watches no monitor at all; failed, never an exception, if there is no usable
     *     answer by the deadline
     */
    Reading<MonitorFleet> read(Instant now, Deadline deadline);

    /**
     * The source's own uptime of 7, 30 and 90 days as shares of 0 to 1, for a new installation. A monitor of which the
     * source knows none has no entry in its map; one that could not be requested is absent.
     */
    default Map<MonitorId, Map<Integer, BigDecimal>> longUptime(Set<MonitorId> wanted, Instant now, Deadline deadline) {
        return Map.of();
    }
}
