package com.elytracloud.status.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.domain.TenantVerdict.Reason;
import com.elytracloud.status.domain.TenantVerdict.SeriesVerdict;
import com.elytracloud.status.run.SourceInspection;

/** The backups in the bucket. */
@Command(
        subcommands = {BackupsVerifyCommand.class},
        name = "backups",
        description =
                "Lists each customer's backup series with cadence, newest backup, verdict and reason, worst first.",
        exitCodeList = {
            "0:the backups were listed",
            "1:they could not be listed, there is no such customer, or a verdict is as bad as --fail-on or worse",
            "2:wrong arguments or settings; nothing was tried"
        })
final class BackupsCommand extends ResultCommand {
    @Option(names = "--customer", paramLabel = "NAME", description = "Only this customer.")
    private String customer;

    @Option(
            names = "--fail-on",
            paramLabel = "warning|failed",
            description =
                    "Exit with 1 if a customer has this verdict or a worse one; an unknown verdict counts as warning.")
    private FailOn failOn;

    @Override
    public Integer call() {
        bean(Settings.class).require(Capability.READ_BACKUPS);
        return answer("backups", bean(SourceInspection.class).backups(), this::print);
    }

    private int print(BackupVerdict verdict) {
        List<TenantVerdict> tenants = verdict.tenants().stream()
                .filter(each -> customer == null || customer.equals(each.customer()) || customer.equals(each.label()))
                .toList();
        if (tenants.isEmpty()) {
            Stream<String> all =
                    verdict.tenants().stream().map(TenantVerdict::label).sorted();
            return fail(
                    customer == null
                            ? "no backups found. Check BACKUP_PREFIX."
                            : "there is no customer '%s'; there are: %s"
                                    .formatted(customer, all.collect(Collectors.joining(", "))));
        }
        Instant now = bean(Clock.class).instant();
        Listing listing = Listing.of(
                verdict, tenants.stream().flatMap(each -> Row.of(each, now)).toList());
        print(listing, listing::table);
        boolean fails = tenants.stream().anyMatch(each -> failOn != null && failOn.includes(each.status()));
        return fails ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** How bad a verdict must be for exit code 1. */
    enum FailOn {
        warning,
        failed;

        boolean includes(BackupStatus status) {
            return status == BackupStatus.FAILED || (this == warning && status != BackupStatus.SUCCESS);
        }
    }

    /**
     * One series of a customer's backups as a row for the operator; a customer without any has one row.
     *
     * @param status of the customer
     * @param reason of the series, or of the customer where the series is not the cause
     * @param cadenceDays days from one run to the next; null if not known
     * @param ageSeconds age of the newest backup; null without one
     * @param medianBytes of the runs; null without one
     * @param key of the newest backup
     */
    record Row(
            String customer,
            String status,
            String reason,
            String series,
            Integer cadenceDays,
            Instant newest,
            Long ageSeconds,
            long bytes,
            Long medianBytes,
            String key) {
        /** The rows of a customer, worst first; series that do not count are omitted if others do. */
        static Stream<Row> of(TenantVerdict verdict, Instant now) {
            if (verdict.series().isEmpty()) {
                String status = word(verdict.status());
                String reason = verdict.reason().name();
                return Stream.of(new Row(verdict.label(), status, reason, "", null, null, null, 0, null, ""));
            }
            List<SeriesVerdict> counting =
                    verdict.series().stream().filter(SeriesVerdict::counts).toList();
            return (counting.isEmpty() ? verdict.series().subList(0, 1) : counting)
                    .stream().map(series -> of(verdict, series, now));
        }

        private static Row of(TenantVerdict verdict, SeriesVerdict evaluated, Instant now) {
            boolean ownReason = (evaluated.reason() != Reason.FRESH && evaluated.counts())
                    || verdict.series().stream().anyMatch(each -> each.reason() == verdict.reason());
            BackupSeries series = evaluated.series();
            return new Row(
                    verdict.label(),
                    word(verdict.status()),
                    (ownReason ? evaluated.reason() : verdict.reason()).name(),
                    series.name(),
                    evaluated.cadenceDays() > 0 ? evaluated.cadenceDays() : null,
                    series.newestAt(),
                    Duration.between(series.newestAt(), now).toSeconds(),
                    series.newest().bytes(),
                    series.medianBytes(),
                    series.newestKey());
        }

        private String age() {
            Duration age = Duration.ofSeconds(ageSeconds);
            return age.toDays() > 0
                    ? "%d d %d h".formatted(age.toDays(), age.toHoursPart())
                    : "%d h %d min".formatted(age.toHours(), age.toMinutesPart());
        }
    }

    /** All rows and the verdict of all customers together. */
    record Listing(String status, String reason, Map<String, Long> totals, List<Row> series) {
        static Listing of(BackupVerdict verdict, List<Row> rows) {
            Map<String, Long> totals = new LinkedHashMap<>();
            Stream.of(BackupStatus.SUCCESS, BackupStatus.WARNING, BackupStatus.FAILED, BackupStatus.UNKNOWN)
                    .forEach(status -> totals.put(word(status), 0L));
            verdict.tenants().forEach(each -> totals.merge(word(each.status()), 1L, Long::sum));
            return new Listing(word(verdict.status()), verdict.reason(), totals, rows);
        }

        /** The rows as aligned columns, with the totals of all customers in the last line. */
        String table() {
            Table table = new Table()
                    .row("CUSTOMER", "STATUS", "REASON", "SERIES", "EVERY", "AGE", "BYTES", "MEDIAN", "NEWEST KEY");
            series.forEach(row -> table.row(
                    row.customer,
                    row.status,
                    row.reason,
                    row.series,
                    row.cadenceDays == null ? null : row.cadenceDays + " d",
                    row.ageSeconds == null ? null : row.age(),
                    row.bytes,
                    row.medianBytes,
                    row.key));
            long customers = totals.values().stream().mapToLong(count -> count).sum();
            String counts = totals.entrySet().stream()
                    .map(count -> count.getValue() + " " + count.getKey())
                    .collect(Collectors.joining(", "));
            return table + "%d customers: %s%nTogether: %s (%s)%n".formatted(customers, counts, status, reason);
        }
    }
}
