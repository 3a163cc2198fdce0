package com.elytracloud.status.run;

import java.time.Instant;
import java.util.List;

/** Checks one dependency and leaves nothing behind. Each bean of this type adds its rows to the doctor's table. */
public interface HealthCheck {
    /** What it checks; a failure to check it is reported under this name. */
    DoctorReport.Part part();

    /**
     * Checks once. What is not configured, or is misconfigured, is not requested and reported as skipped.
     *
     * @param now the instant at which the deadline was set
     */
    List<DoctorReport> examine(Instant now, Deadline deadline);
}
