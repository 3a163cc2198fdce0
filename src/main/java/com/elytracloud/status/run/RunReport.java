package com.elytracloud.status.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.KnownMonitors.KnownMonitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.run.AlertService.Sent;
import com.elytracloud.status.run.AlertSink.Delivery;
import com.elytracloud.status.run.SitePublisher.Published;

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

    /** What a run concluded, before anything is stored or published. */
    static RunReport of(
            RunInputs inputs,
            Assessment assessment,
            RunState next,
            StatusDocument document,
            List<String> refusedTexts) {
        return new RunReport(
                Outcome.DRY_RUN,
                document.updatedAt(),
                assessment.platform().status(),
                assessment.platform().reason(),
                assessment.uptime(),
                assessment.backups().status(),
                assessment.backups().reason(),
                inputs.reports(),
                inputs.monitors().fold(found -> classes(next), () -> classes(next), failure -> Map.of()),
                AlertInputs.of(inputs, assessment, next, refusedTexts),
                List.of(),
                "",
                List.of(),
                Stream.concat(shown(document), inputs.warnings(assessment.platform(), refusedTexts).stream())
                        .toList(),
                0);
    }

    RunReport ended(Outcome how, Published published, String warning, Duration took) {
        List<String> more = new ArrayList<>(published.warnings());
        more.add(0, warning);
        more.removeIf(String::isEmpty);
        return with(how, alerts, published.place(), published.sent(), more, took.toMillis());
    }

    RunReport with(Sent sent) {
        return with(outcome, sent.deliveries(), place, files, sent.warnings(), durationMillis);
    }

    private RunReport with(
            Outcome how, List<Delivery> sent, String where, List<String> changed, List<String> more, long millis) {
        return new RunReport(
                how,
                updatedAt,
                platformStatus,
                platformReason,
                uptime,
                backupStatus,
                backupReason,
                sources,
                monitors,
                signs,
                sent,
                where,
                changed,
                Stream.concat(warnings.stream(), more.stream()).toList(),
                millis);
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

    private static Map<MonitorClass, Long> classes(RunState next) {
        return next.monitors().monitors().values().stream()
                .collect(Collectors.groupingBy(KnownMonitor::monitorClass, Collectors.counting()));
    }

    private static Stream<String> shown(StatusDocument document) {
        return document.statusSource() == StatusSource.AUTOMATIC
                ? Stream.of()
                : Stream.of("shown as %s, as an operator's override or incident says"
                        .formatted(document.platformStatus().name().toLowerCase(Locale.ROOT)));
    }
}
