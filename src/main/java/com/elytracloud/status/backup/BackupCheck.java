package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.elytracloud.status.assess.BackupAssessor;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.Reading.Found;
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
                BackupAssessor.assess(new Found<>(listing), settings.rules().backups(), report.now());
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
        String grouping = BackupGrouping.describe(verdict);
        Optional<String> doubt = BackupGrouping.doubt(verdict);
        return doubt.isEmpty()
                ? report.ok(SERIES, grouping)
                : report.warn(SERIES, grouping + "; " + doubt.get(), "backups.series");
    }
}
