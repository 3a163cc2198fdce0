package com.elytracloud.status.run;

/** Checks one dependency and leaves nothing behind. Each bean of this type adds its rows to the doctor's table. */
public interface HealthCheck {
    /** What it checks; a failure to check it is reported under this name. */
    DoctorReport.Part part();

    /** Adds its rows and returns the report. What is not configured, or is misconfigured, is not requested. */
    DoctorReport examine(DoctorReport report);
}
