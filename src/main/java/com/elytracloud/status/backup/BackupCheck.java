package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.elytracloud.status.assess.BackupAssessor;
import com.elytracloud.status.assess.SeriesNames;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupState;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.Reading.Found;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.domain.TenantVerdict.SeriesVerdict;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.run.BackupSource;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;
import com.elytracloud.status.run.RunSettings;

/** Whether the bucket of the backups can be listed, how old the newest backup is, and how the keys were grouped. */
@Singleton
record BackupCheck(BackupConfig config, SpacesConfig storage, BackupSource source, RunSettings settings)
        implements HealthCheck {
    private static final String BUCKET = "backup bucket";
    private static final String NEWEST = "newest backup";
    private static final String SERIES = "backup series";
    private static final Map<Integer, String> CADENCES = Map.of(1, "nightly", 7, "weekly");
    private static final int FEW = 3;

    @Override
    public Part part() {
        return Part.BACKUPS;
    }

    @Override
    public DoctorReport examine(DoctorReport report) {
        if (config.bucket().isEmpty()) {
            return report.skipped(BUCKET, "BACKUP_BUCKET is none: nothing about backups is published");
        }
        if (!config.problems().isEmpty() || !storage.problems().isEmpty()) {
            return report.skipped(BUCKET, "settings of the storage are wrong");
        }
        return source.read(report.now(), report.deadline())
                .fold(
                        found -> listed(report.ok(BUCKET, "can be listed"), found),
                        () -> report,
                        failure -> report.fail(BUCKET, failure, "storage.failure", "BACKUP_BUCKET", "list it"));
    }

    private DoctorReport listed(DoctorReport report, BackupListing listing) {
        if (listing.series().isEmpty()) {
            return report.fail(NEWEST, "no backups under '%s'".formatted(config.prefix()), "backups.none");
        }
        BackupVerdict verdict =
                BackupAssessor.assess(new Found<>(listing), settings.rules().backups(), BackupState.NONE, report.now());
        String age = verdict.tenants().stream()
                .flatMap(tenant -> tenant.newestAt().stream())
                .max(Comparator.naturalOrder())
                .map(at -> "%s, %d h ago"
                        .formatted(
                                at.truncatedTo(ChronoUnit.SECONDS),
                                Duration.between(at, report.now()).toHours()))
                .orElse("no backup");
        String seen = "%s; %d customers, %s".formatted(age, verdict.tenants().size(), verdict.reason());
        switch (verdict.status()) {
            case SUCCESS -> report.ok(NEWEST, seen);
            case WARNING, UNKNOWN -> report.warn(NEWEST, seen, "backups.verdict");
            case FAILED -> report.fail(NEWEST, seen, "backups.verdict");
        }
        String grouping = grouping(verdict);
        return doubt(verdict)
                .map(doubt -> report.warn(SERIES, grouping + "; " + doubt, "backups.series"))
                .orElseGet(() -> report.ok(SERIES, grouping));
    }

    /** How the keys of a bucket were understood, in a sentence. */
    static String grouping(BackupVerdict verdict) {
        List<SeriesVerdict> established = established(verdict);
        String cadences = established.stream()
                .collect(Collectors.groupingBy(SeriesVerdict::cadenceDays, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .limit(FEW)
                .map(each -> CADENCES.getOrDefault(each.getKey(), "every %d days".formatted(each.getKey())))
                .map(", "::concat)
                .collect(Collectors.joining());
        return "%d series of %d customers%s"
                .formatted(established.size(), verdict.tenants().size(), cadences);
    }

    /** Why the detected customers may be wrong; empty if there is no sign of it. */
    static Optional<String> doubt(BackupVerdict verdict) {
        List<TenantVerdict> tenants = verdict.tenants();
        if (tenants.stream().anyMatch(tenant -> tenant.customer().isEmpty())) {
            return Optional.of("some keys name no customer");
        }
        Optional<String> kind = tenants.stream()
                .map(TenantVerdict::customer)
                .filter(SeriesNames::isKind)
                .findFirst();
        if (kind.isPresent()) {
            return Optional.of("a customer is called " + kind.get());
        }
        if (tenants.size() == 1 && established(verdict).size() > FEW * FEW) {
            return Optional.of("one customer has files of many different names");
        }
        long rare = tenants.stream()
                .filter(tenant ->
                        tenant.series().stream().allMatch(each -> each.series().objects() <= 1))
                .count();
        return tenants.size() > FEW && 2 * rare > tenants.size()
                ? Optional.of("most customers have a single object")
                : Optional.empty();
    }

    private static List<SeriesVerdict> established(BackupVerdict verdict) {
        return verdict.tenants().stream()
                .flatMap(tenant -> tenant.series().stream())
                .filter(each -> each.cadenceDays() > 0)
                .toList();
    }
}
