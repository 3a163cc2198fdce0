package com.elytracloud.status.run;

import com.elytracloud.status.domain.Failure;

/**
 * The result for one setting or one dependency: a row of the doctor's table.
 *
 * @param name what was checked, in the operator's terms
 * @param seen what was found; contains hosts and buckets where that helps, never a secret
 * @param advice what to do about it, in plain words; empty if there is nothing to do
 */
public record DoctorReport(Part part, String name, Verdict verdict, String seen, String advice) {
    /** @throws IllegalArgumentException if something is wrong and the advice is missing */
    public DoctorReport {
        if (verdict.needsAdvice() == advice.isBlank()) {
            throw new IllegalArgumentException("%s is %s, and its advice is '%s'".formatted(name, verdict, advice));
        }
    }

    public enum Verdict {
        GREEN,
        /** Skipped, because it is not configured or a prerequisite failed. */
        GREY,
        /** It works, but not as well as it could. */
        AMBER,
        RED;

        boolean needsAdvice() {
            return this == AMBER || this == RED;
        }
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

        public DoctorReport green(String name, String seen) {
            return new DoctorReport(this, name, Verdict.GREEN, seen, "");
        }

        public DoctorReport grey(String name, String why) {
            return new DoctorReport(this, name, Verdict.GREY, why, "");
        }

        public DoctorReport amber(String name, String seen, String advice) {
            return new DoctorReport(this, name, Verdict.AMBER, seen, advice);
        }

        public DoctorReport red(String name, String seen, String advice) {
            return new DoctorReport(this, name, Verdict.RED, seen, advice);
        }

        public DoctorReport red(String name, Failure failure, String advice) {
            return red(name, failure.toString(), advice);
        }
    }
}
