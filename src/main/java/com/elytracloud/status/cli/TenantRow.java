package com.elytracloud.status.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.DatedBackup;
import com.elytracloud.status.domain.TenantVerdict;

/**
 * One tenant's backups as a row for the operator.
 *
 * @param newest when the newest usable backup was taken; null without one
 * @param ageSeconds its age; null without one
 * @param medianBytes of those before it, null where there are too few
 * @param days on how many of the last seven there is one
 * @param job what the backup job said of itself
 */
record TenantRow(
        String tenant,
        String status,
        String reason,
        Instant newest,
        Long ageSeconds,
        long bytes,
        Long medianBytes,
        int days,
        String job,
        String key) {
    static TenantRow of(TenantVerdict verdict, Instant now) {
        BackupEvidence seen = verdict.evidence();
        DatedBackup newest = seen.newestValid().stream().findFirst().orElse(null);
        OptionalDouble median = seen.medianBefore();
        return new TenantRow(
                seen.tenant(),
                word(verdict.status()),
                verdict.reason().name(),
                newest == null ? null : newest.takenAt(),
                newest == null ? null : Duration.between(newest.takenAt(), now).toSeconds(),
                newest == null ? 0 : newest.object().bytes(),
                median.isPresent() ? Math.round(median.getAsDouble()) : null,
                seen.distinctDays(),
                word(seen.job().outcome()),
                newest == null ? "" : newest.object().key());
    }

    /** The rows with the totals of all tenants. */
    static Listing list(BackupVerdict verdict, List<TenantRow> rows) {
        return new Listing(word(verdict.status()), verdict.reason(), totals(verdict), rows);
    }

    /** The rows as aligned columns, with the totals of all tenants in the last line. */
    static String table(BackupVerdict verdict, List<TenantRow> rows) {
        Table table = new Table()
                .row("TENANT", "STATUS", "REASON", "NEWEST", "AGE", "BYTES", "OF MEDIAN", "DAYS OF 7", "KEY");
        for (TenantRow row : rows) {
            table.row(
                    row.tenant.isEmpty() ? "(all)" : row.tenant,
                    row.status,
                    row.reason,
                    row.newest == null ? "none" : row.newest.toString(),
                    row.ageSeconds == null ? "-" : age(Duration.ofSeconds(row.ageSeconds)),
                    Long.toString(row.bytes),
                    row.medianBytes == null || row.medianBytes == 0
                            ? "-"
                            : "%d %%".formatted(100 * row.bytes / row.medianBytes),
                    Integer.toString(row.days),
                    row.key);
        }
        String counts = totals(verdict).entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
        return table
                + "%d tenants: %s%nTogether: %s (%s)%n"
                        .formatted(verdict.tenants().size(), counts, word(verdict.status()), verdict.reason());
    }

    private static Map<String, Long> totals(BackupVerdict verdict) {
        Map<String, Long> totals = new LinkedHashMap<>();
        Arrays.stream(BackupStatus.values())
                .forEach(status -> totals.put(
                        word(status),
                        verdict.tenants().stream()
                                .filter(tenant -> tenant.status() == status)
                                .count()));
        return totals;
    }

    private static String age(Duration age) {
        return age.toDays() > 0
                ? "%d d %d h".formatted(age.toDays(), age.toHoursPart())
                : "%d h %d min".formatted(age.toHours(), age.toMinutesPart());
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** All rows and what is thought of all tenants together. */
    record Listing(String status, String reason, Map<String, Long> totals, List<TenantRow> tenants) {}
}
