package com.elytracloud.status.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.domain.TenantVerdict.Reason;
import com.elytracloud.status.domain.TenantVerdict.SeriesVerdict;

import static com.elytracloud.status.cli.ApplicationCommand.word;

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
record TenantRow(
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
    static Stream<TenantRow> of(TenantVerdict verdict, Instant now) {
        if (verdict.series().isEmpty()) {
            String status = word(verdict.status());
            String reason = verdict.reason().name();
            return Stream.of(new TenantRow(verdict.label(), status, reason, "", null, null, null, 0, null, ""));
        }
        List<SeriesVerdict> counting =
                verdict.series().stream().filter(SeriesVerdict::counts).toList();
        return (counting.isEmpty() ? verdict.series().subList(0, 1) : counting)
                .stream().map(series -> of(verdict, series, now));
    }

    private static TenantRow of(TenantVerdict verdict, SeriesVerdict evaluated, Instant now) {
        boolean ownReason = (evaluated.reason() != Reason.FRESH && evaluated.counts())
                || verdict.series().stream().anyMatch(each -> each.reason() == verdict.reason());
        BackupSeries series = evaluated.series();
        return new TenantRow(
                verdict.label(),
                word(verdict.status()),
                (ownReason ? evaluated.reason() : verdict.reason()).name(),
                series.name(),
                evaluated.cadenceDays() > 0 ? evaluated.cadenceDays() : null,
                series.newest().at(),
                Duration.between(series.newest().at(), now).toSeconds(),
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

    /** All rows and the verdict of all customers together. */
    record Listing(String status, String reason, Map<String, Long> totals, List<TenantRow> series) {
        static Listing of(BackupVerdict verdict, List<TenantRow> rows) {
            Map<String, Long> totals = new LinkedHashMap<>();
            Arrays.stream(BackupStatus.values()).forEach(status -> totals.put(word(status), 0L));
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
