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

/** Whether the bucket of the backups can be listed, and how old the newest backup is. */
@Singleton
final class BackupCheck implements HealthCheck {
    private static final String BUCKET = "backup bucket";
    private static final String NEWEST = "newest backup";
    private static final String SERIES = "backup series";
    private static final String PATTERN =
            "Compare \"elytra backups\" with your customers; BACKUP_PATTERN says where a key"
                    + " names the customer, for example {customer}/{date}.tar.gz.";
    private static final String NAMES =
            "\"elytra backups\" names the customers and the reasons; then check the log of the" + " backup job.";

    private final BackupConfig config;
    private final SpacesConfig storage;
    private final BackupSource source;
    private final RunSettings wanted;

    BackupCheck(BackupConfig config, SpacesConfig storage, BackupSource source, RunSettings wanted) {
        this.config = config;
        this.storage = storage;
        this.source = source;
        this.wanted = wanted;
    }

    @Override
    public Part part() {
        return Part.BACKUPS;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        if (config.bucket().isEmpty()) {
            return List.of(part().grey(BUCKET, "BACKUP_BUCKET is none: nothing about backups is published"));
        }
        if (!config.problems().isEmpty() || !storage.problems().isEmpty()) {
            return List.of(part().grey(BUCKET, "skipped: settings of the storage are wrong"));
        }
        return source.read(now, deadline)
                .fold(
                        found -> rows(found, now),
                        List::of,
                        failure -> List.of(
                                part().red(BUCKET, failure, StorageAdvice.on(failure, "BACKUP_BUCKET", "list it")),
                                part().grey(NEWEST, "not known")));
    }

    private List<DoctorReport> rows(BackupListing listing, Instant now) {
        DoctorReport listed = part().green(BUCKET, "can be listed");
        if (listing.series().isEmpty()) {
            return List.of(
                    listed,
                    part().red(NEWEST, "no backups under '%s'".formatted(config.prefix()), "Check BACKUP_PREFIX."));
        }
        BackupVerdict verdict = BackupAssessor.assess(
                new Reading.Found<>(listing), wanted.rules().backups(), now);
        return List.of(listed, newest(verdict, now), grouping(verdict));
    }

    private DoctorReport newest(BackupVerdict verdict, Instant now) {
        String seen = "%s; %d customers, %s"
                .formatted(age(verdict, now), verdict.tenants().size(), verdict.reason());
        return switch (verdict.status()) {
            case SUCCESS -> part().green(NEWEST, seen);
            case WARNING, UNKNOWN -> part().amber(NEWEST, seen, NAMES);
            case FAILED -> part().red(NEWEST, seen, NAMES);
        };
    }

    private DoctorReport grouping(BackupVerdict verdict) {
        String understood = BackupGrouping.describe(verdict);
        return BackupGrouping.doubt(verdict)
                .map(doubt -> part().amber(SERIES, understood + "; " + doubt, PATTERN))
                .orElseGet(() -> part().green(SERIES, understood));
    }

    private static String age(BackupVerdict verdict, Instant now) {
        return verdict.tenants().stream()
                .flatMap(tenant -> tenant.newestAt().stream())
                .max(Comparator.naturalOrder())
                .map(at -> "%s, %d h ago"
                        .formatted(
                                at.truncatedTo(ChronoUnit.SECONDS),
                                Duration.between(at, now).toHours()))
                .orElse("no backup");
    }
}
