package com.elytracloud.status.run;

import java.time.Instant;
import java.util.List;

/**
 * Looks at one thing we depend on; every bean of this kind has its rows in the doctor's table, so that an edge brings
 * its own. Leaves nothing behind.
 */
public interface HealthCheck {
    /** What it looks at; what keeps it from an answer is told there. */
    DoctorReport.Part part();

    /**
     * Looks once. What is not configured, or configured wrongly, is not asked and told as grey.
     *
     * @param now the instant at which the deadline was set
     */
    List<DoctorReport> examine(Instant now, Deadline deadline);
}
