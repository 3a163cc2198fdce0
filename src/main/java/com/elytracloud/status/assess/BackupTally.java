package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.DatedBackup;
import com.elytracloud.status.domain.SeenBefore;

/**
 * Gathers the evidence of one tenant from a listing of any length and order; keeps eight objects at most. Not
 * thread-safe.
 */
public final class BackupTally {
    private static final int KEPT = 8;
    private static final int DAYS = 7;
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    private static final Comparator<DatedBackup> NEWEST_FIRST = (one, other) -> {
        int byTime = other.takenAt().compareTo(one.takenAt());
        return byTime == 0 ? other.object().key().compareTo(one.object().key()) : byTime;
    };

    private final String tenant;
    private final BackupPolicy policy;
    private final Instant now;
    private final TreeSet<DatedBackup> newestValid = new TreeSet<>(NEWEST_FIRST);
    private final Set<LocalDate> recentDays = new TreeSet<>();
    private Instant oldestValid;
    private Instant newestInvalid = Instant.MIN;

    /** Starts with no object seen. */
    public BackupTally(String tenant, BackupPolicy policy, Instant now) {
        this.tenant = tenant;
        this.policy = policy;
        this.now = now;
        this.oldestValid = now;
    }

    /**
     * Takes one object of the listing into account.
     *
     * @return what it was taken for; empty if it is nothing that could be or should be a backup
     */
    public Optional<Counted> add(BackupObject object) {
        if (!BackupKeys.isCandidate(object.key())) {
            return Optional.empty();
        }
        DatedBackup backup = new DatedBackup(object, BackupKeys.takenAt(object));
        LocalDate day = BackupKeys.dayTaken(object);
        boolean valid = isValid(object);
        if (valid) {
            addValid(backup);
            addDay(day);
        } else if (backup.takenAt().isAfter(newestInvalid)) {
            newestInvalid = backup.takenAt();
        }
        return Optional.of(new Counted(backup.takenAt(), day, valid));
    }

    /** Takes everything into account that another listing of the tenant showed. */
    public void add(BackupTally other) {
        other.newestValid.forEach(this::addValid);
        other.recentDays.forEach(this::addDay);
        oldestValid = earlier(oldestValid, other.oldestValid);
        newestInvalid = newestInvalid.isAfter(other.newestInvalid) ? newestInvalid : other.newestInvalid;
    }

    /** Takes into account what is known of objects that are not listed again; the newest ones are none of them. */
    public void add(SeenBefore before) {
        before.days().forEach(this::addDay);
        oldestValid = earlier(oldestValid, before.oldest());
    }

    /**
     * What has been seen so far.
     *
     * @param complete whether that is everything there is
     * @param stalledUpload the age of the oldest unfinished upload, zero without one
     */
    public BackupEvidence toEvidence(boolean complete, Duration stalledUpload) {
        boolean newestIsValid = newestInvalid.equals(Instant.MIN)
                || (!newestValid.isEmpty()
                        && !newestInvalid.isAfter(newestValid.first().takenAt()));
        return new BackupEvidence(
                tenant,
                complete,
                List.copyOf(newestValid),
                newestIsValid,
                recentDays.size(),
                Duration.between(oldestValid, now),
                stalledUpload);
    }

    private boolean isValid(BackupObject object) {
        return object.bytes() >= policy.minBytes() && !object.lastModified().isAfter(now.plus(CLOCK_TOLERANCE));
    }

    private void addValid(DatedBackup backup) {
        newestValid.add(backup);
        if (newestValid.size() > KEPT) {
            newestValid.pollLast();
        }
        oldestValid = earlier(oldestValid, backup.takenAt());
    }

    private void addDay(LocalDate day) {
        if (day.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS))) {
            recentDays.add(day);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }

    /**
     * What an object was taken for.
     *
     * @param takenAt see {@link DatedBackup}
     * @param day the UTC day it counts for
     * @param valid whether it could be a backup
     */
    public record Counted(Instant takenAt, LocalDate day, boolean valid) {}
}
