package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

import jakarta.inject.Singleton;

import com.elytracloud.status.assess.BackupAssessor;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.objectstore.StorageAdvice;
import com.elytracloud.status.run.BackupSource;
import com.elytracloud.status.run.Deadline;
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
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        if (config.bucket().isEmpty()) {
            return List.of(part().skipped(BUCKET, "BACKUP_BUCKET is none: nothing about backups is published"));
        }
        if (!config.problems().isEmpty() || !storage.problems().isEmpty()) {
            return List.of(part().skipped(BUCKET, "not tried: settings of the storage are wrong"));
        }
        return source.read(now, deadline)
                .fold(
                        found -> rows(found, now),
                        List::of,
                        failure -> List.of(
                                part().fail(BUCKET, failure, StorageAdvice.on(failure, "BACKUP_BUCKET", "list it"))));
    }

    private List<DoctorReport> rows(BackupListing listing, Instant now) {
        DoctorReport listed = part().ok(BUCKET, "can be listed");
        if (listing.series().isEmpty()) {
            String seen = "no backups under '%s'".formatted(config.prefix());
            return List.of(listed, part().fail(NEWEST, seen, "Check BACKUP_PREFIX."));
        }
        BackupVerdict verdict = BackupAssessor.assess(
                new Reading.Found<>(listing), settings.rules().backups(), now);
        return List.of(listed, newest(verdict, now), grouping(verdict));
    }

    private DoctorReport newest(BackupVerdict verdict, Instant now) {
        String age = verdict.tenants().stream()
                .flatMap(tenant -> tenant.newestAt().stream())
                .max(Comparator.naturalOrder())
                .map(at -> "%s, %d h ago"
                        .formatted(
                                at.truncatedTo(ChronoUnit.SECONDS),
                                Duration.between(at, now).toHours()))
                .orElse("no backup");
        String seen = "%s; %d customers, %s".formatted(age, verdict.tenants().size(), verdict.reason());
        String advice = "\"elytra backups\" names the customers and the reasons; then check the log of the backup job.";
        return switch (verdict.status()) {
            case SUCCESS -> part().ok(NEWEST, seen);
            case WARNING, UNKNOWN -> part().warn(NEWEST, seen, advice);
            case FAILED -> part().fail(NEWEST, seen, advice);
        };
    }

    private DoctorReport grouping(BackupVerdict verdict) {
        String understood = BackupGrouping.describe(verdict);
        return BackupGrouping.doubt(verdict)
                .map(doubt -> part().warn(
                                SERIES,
                                understood + "; " + doubt,
                                "Compare \"elytra backups\" with your customers; BACKUP_PATTERN says where a key names"
                                        + " the customer, for example {customer}/{date}.tar.gz."))
                .orElseGet(() -> part().ok(SERIES, understood));
    }
}
