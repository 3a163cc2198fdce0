package com.elytracloud.status.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.run.AlertService.Sent;
import com.elytracloud.status.run.AlertSink.Delivery;

/**
 * What one run did, for the operator; never published.
 *
 * @param uptime percent with two decimals, truncated; a window that is not known is absent
 * @param monitors how many monitors of the source have each class; empty if the source gave no usable answer
 * @param place where the site is published, empty if nothing was
 * @param files what was sent; unchanged files are not
 */
public record RunReport(
        Outcome outcome,
        Instant updatedAt,
        PlatformStatus platformStatus,
        String platformReason,
        Map<UptimeWindow, BigDecimal> uptime,
        BackupStatus backupStatus,
        String backupReason,
        List<Source> sources,
        Map<MonitorClass, Long> monitors,
        AlertInputs signs,
        List<Delivery> alerts,
        String place,
        List<String> files,
        List<String> warnings,
        long durationMillis) {
    /** How a run ended; a run that could not publish throws instead. */
    public enum Outcome {
        PUBLISHED,
        /** A newer run was faster; what it published stays. */
        SUPERSEDED,
        /** The scheduled slot was processed before. */
        SKIPPED,
        /** Everything but writing the state and publishing. */
        DRY_RUN
    }

    /**
     * How reading one source went.
     *
     * @param answer {@code FOUND}, {@code NOTHING}, or the reason of the failure
     * @param detail what was found, or one sentence on the failure
     */
    public record Source(String source, String answer, String detail) {
        static <T> Source of(String source, Reading<T> reading, Function<T, String> found) {
            return reading.fold(
                    value -> new Source(source, "FOUND", found.apply(value)),
                    () -> new Source(source, "NOTHING", "the source has none"),
                    failure -> new Source(source, failure.reason().name(), failure.detail()));
        }

        public boolean isFailure() {
            return !answer.equals("FOUND") && !answer.equals("NOTHING");
        }

        @Override
        public String toString() {
            return source + " " + answer + " (" + detail + ")";
        }
    }

    /**
     * What alerts are decided by and no reader of the site sees.
     *
     * @param failedCustomers the customers whose backups failed, with the reason
     * @param refusedTexts location and rules of each text that the guard withheld; never the text
     */
    public record AlertInputs(
            PlatformStatus confirmed,
            StateStore.Condition state,
            boolean isOverrideEnding,
            Map<String, String> failedCustomers,
            Set<String> unknownCustomers,
            String monitors,
            List<String> refusedTexts) {}

    /** The same with what became of the alerts. */
    RunReport with(Sent sent) {
        return new RunReport(
                outcome,
                updatedAt,
                platformStatus,
                platformReason,
                uptime,
                backupStatus,
                backupReason,
                sources,
                monitors,
                signs,
                sent.deliveries(),
                place,
                files,
                Stream.concat(warnings.stream(), sent.warnings().stream()).toList(),
                durationMillis);
    }

    public String line() {
        return "run %s in %d ms: platform %s (%s), backups %s (%s), sources %s, sent %s%s%s%s"
                .formatted(
                        outcome,
                        durationMillis,
                        platformStatus,
                        platformReason,
                        backupStatus,
                        backupReason,
                        sources,
                        files,
                        signs.monitors().isEmpty() ? "" : ", monitors [" + signs.monitors() + "]",
                        signs.failedCustomers().isEmpty() ? "" : ", failed backups " + signs.failedCustomers(),
                        warnings.isEmpty() ? "" : ", warnings " + warnings);
    }
}
