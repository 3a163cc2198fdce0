package com.elytracloud.status.run;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.elytracloud.status.domain.Failure;

/**
 * What one health check has found.
 *
 * @param now the instant at which the deadline was set
 */
public record DoctorReport(Part part, Instant now, Deadline deadline, List<Row> rows) {
    private static final ResourceBundle ADVICE =
            ResourceBundle.getBundle("com.elytracloud.status.run.doctor", Locale.ROOT);

    /** An empty report. */
    public DoctorReport(Part part, Instant now, Deadline deadline) {
        this(part, now, deadline, new CopyOnWriteArrayList<>());
    }

    public DoctorReport ok(String name, String seen) {
        return add(name, Verdict.OK, seen, "");
    }

    public DoctorReport skipped(String name, String why) {
        return add(name, Verdict.SKIPPED, why, "");
    }

    /** Adds a warning; the advice, here and below, is its key in {@code doctor.properties}. */
    public DoctorReport warn(String name, String seen, String advice, Object... arguments) {
        return add(name, Verdict.WARN, seen, ADVICE.getString(advice).formatted(arguments));
    }

    public DoctorReport fail(String name, String seen, String advice, Object... arguments) {
        return add(name, Verdict.FAIL, seen, ADVICE.getString(advice).formatted(arguments));
    }

    /** Adds a failed request; the advice for its reason is preferred to the general one of the key. */
    public DoctorReport fail(String name, Failure failure, String advice, Object... arguments) {
        String reason = failure.detail().contains("its certificate ")
                ? "CERTIFICATE"
                : failure.reason().name();
        String key = Stream.of(reason, advice + "." + reason)
                .filter(ADVICE::containsKey)
                .findFirst()
                .orElse(advice);
        return fail(name, failure.toString(), key, arguments);
    }

    public DoctorReport require(boolean isOk, String name, String seen, String advice, Object... arguments) {
        return isOk ? ok(name, seen) : fail(name, seen, advice, arguments);
    }

    private DoctorReport add(String name, Verdict verdict, String seen, String advice) {
        rows.add(new Row(part, name, verdict, seen, advice));
        return this;
    }

    /**
     * The result for one setting or one dependency.
     *
     * @param name what was checked, in the operator's terms
     * @param seen what was found; contains hosts and buckets where that helps, never a secret
     * @param advice what to do about it, in plain words; empty if there is nothing to do
     */
    public record Row(Part part, String name, Verdict verdict, String seen, String advice) {}

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
        CLOCK
    }
}
