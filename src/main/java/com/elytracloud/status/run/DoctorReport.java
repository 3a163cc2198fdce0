package com.elytracloud.status.run;

import java.util.Map;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;

/**
 * The result for one setting or one dependency: a row of the doctor's table.
 *
 * @param name what was checked, in the operator's terms
 * @param seen what was found; contains hosts and buckets where that helps, never a secret
 * @param advice what to do about it, in plain words; empty if there is nothing to do
 */
public record DoctorReport(Part part, String name, Verdict verdict, String seen, String advice) {
    /** Reasons whose remedy is the same for every service. */
    private static final Map<Reason, String> GENERAL = Map.of(
            Reason.THROTTLED, "Wait a few minutes and try again.",
            Reason.CLOCK_SKEWED, "Set the clocks of both machines by NTP, and bypass any cache between them.",
            Reason.INTERNAL_ERROR, "An error of the program: report it with the trace on standard error.");

    /** @throws IllegalArgumentException if something is wrong and the advice is missing, or the reverse */
    public DoctorReport {
        if (advice.isBlank() == verdict.compareTo(Verdict.WARN) >= 0) {
            throw new IllegalArgumentException("%s is %s, and its advice is '%s'".formatted(name, verdict, advice));
        }
    }

    /** From best to worst. */
    public enum Verdict {
        OK,
        /** Not configured, or a prerequisite failed. */
        SKIPPED,
        /** It works, but not as well as it could. */
        WARN,
        FAIL
    }

    /** What a row belongs to, in the order of the table. */
    public enum Part {
        SETTINGS,
        MONITORS,
        BACKUPS,
        /** Where the site is written to. */
        SITE,
        /** What visitors are given. */
        VISITORS,
        STATE,
        ALERTS,
        CLOCK;

        public DoctorReport ok(String name, String seen) {
            return new DoctorReport(this, name, Verdict.OK, seen, "");
        }

        public DoctorReport skipped(String name, String why) {
            return new DoctorReport(this, name, Verdict.SKIPPED, why, "");
        }

        public DoctorReport warn(String name, String seen, String advice) {
            return new DoctorReport(this, name, Verdict.WARN, seen, advice);
        }

        public DoctorReport fail(String name, String seen, String advice) {
            return new DoctorReport(this, name, Verdict.FAIL, seen, advice);
        }

        /** @param advice on failures that are particular to the service */
        public DoctorReport fail(String name, Failure failure, String advice) {
            return fail(name, failure.toString(), GENERAL.getOrDefault(failure.reason(), advice));
        }

        /** @param advice if it is not */
        public DoctorReport require(boolean isOk, String name, String seen, String advice) {
            return isOk ? ok(name, seen) : fail(name, seen, advice);
        }
    }
}
