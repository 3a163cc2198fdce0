package com.elytracloud.status.run;

import java.time.Instant;

import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.Reading;

/** Reads the state of the monitors from a monitoring service. */
public interface MonitorSource {
    /**
     * Asks once.
     *
     * @param now the instant of the run
     * @return nothing if the service watches no monitor at all; failed, never an exception, if there is no usable
     *     answer by the deadline
     */
    Reading<MonitorFleet> read(Instant now, Deadline deadline);
}
