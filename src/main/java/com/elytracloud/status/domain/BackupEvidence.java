package com.elytracloud.status.domain;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What the listing showed of one tenant's backups.
 *
 * @param tenant the prefix level, empty where all backups are one tenant's; never published
 * @param complete whether every object was seen
 * @param newestValid the newest objects that could be a backup, newest first, at most eight
 * @param newestIsValid whether the newest object of all could be a backup; true where there is none
 * @param distinctDays on how many of the last seven UTC days, today included, a valid backup was taken
 * @param history how far back the oldest valid backup reaches; zero without one
 * @param stalledUpload the age of the oldest unfinished upload, zero without one
 * @param job what the backup job said of itself
 * @param mark what the next run should know to look on
 */
public record BackupEvidence(
        String tenant,
        boolean complete,
        List<DatedBackup> newestValid,
        boolean newestIsValid,
        int distinctDays,
        Duration history,
        Duration stalledUpload,
        JobResult job,
        ListingMark mark) {
    private static final int ENOUGH_FOR_A_MEDIAN = 3;

    public BackupEvidence {
        Objects.requireNonNull(tenant, "tenant");
        newestValid = List.copyOf(newestValid);
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(stalledUpload, "stalledUpload");
        Objects.requireNonNull(job, "job");
        Objects.requireNonNull(mark, "mark");
    }

    /** What the listing alone showed. */
    public BackupEvidence(
            String tenant,
            boolean complete,
            List<DatedBackup> newestValid,
            boolean newestIsValid,
            int distinctDays,
            Duration history,
            Duration stalledUpload) {
        this(
                tenant,
                complete,
                newestValid,
                newestIsValid,
                distinctDays,
                history,
                stalledUpload,
                JobResult.NOT_ASKED,
                ListingMark.NONE);
    }

    /** The same with what the job said. */
    public BackupEvidence with(JobResult result) {
        return new BackupEvidence(
                tenant, complete, newestValid, newestIsValid, distinctDays, history, stalledUpload, result, mark);
    }

    /** The same with what the next run should know. */
    public BackupEvidence with(ListingMark next) {
        return new BackupEvidence(
                tenant, complete, newestValid, newestIsValid, distinctDays, history, stalledUpload, job, next);
    }

    /** The same with the age of the oldest unfinished upload. */
    public BackupEvidence stalled(Duration upload) {
        return new BackupEvidence(
                tenant, complete, newestValid, newestIsValid, distinctDays, history, upload, job, mark);
    }

    /** The same, but the newest object turned out to be none that could be a backup. */
    public BackupEvidence withInvalidNewest() {
        return new BackupEvidence(
                tenant, complete, newestValid, false, distinctDays, history, stalledUpload, job, mark);
    }

    /** The same, but not everything was seen. */
    public BackupEvidence incomplete() {
        return new BackupEvidence(
                tenant, false, newestValid, newestIsValid, distinctDays, history, stalledUpload, job, mark);
    }

    /** The median size of the backups before the newest, at most seven; empty where fewer than three say nothing. */
    public OptionalDouble medianBefore() {
        List<Long> previous = newestValid.stream()
                .skip(1)
                .map(backup -> backup.object().bytes())
                .sorted()
                .toList();
        if (previous.size() < ENOUGH_FOR_A_MEDIAN) {
            return OptionalDouble.empty();
        }
        int middle = previous.size() / 2;
        return OptionalDouble.of(
                previous.size() % 2 == 1
                        ? previous.get(middle)
                        : (previous.get(middle - 1) + previous.get(middle)) / 2.0);
    }

    /** Whether anything was seen that could be a backup or should be one. */
    public boolean hasObjects() {
        return !newestValid.isEmpty() || !newestIsValid;
    }
}
