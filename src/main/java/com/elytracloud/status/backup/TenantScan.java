package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

import com.elytracloud.status.assess.BackupTally;
import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.DatedBackup;
import com.elytracloud.status.domain.ListingMark;

/** One pass over a tenant's backups, from the beginning or from where the run before left a mark. */
final class TenantScan {
    private static final Duration ENOUGH_HISTORY = Duration.ofDays(7);

    private final BackupTally tally;
    private final Cuts cuts;
    private final ListingMark from;
    private final Predicate<String> isCounted;
    private boolean hasObjects;

    /**
     * Begins a pass.
     *
     * @param from where it begins
     * @param isCounted which keys are this tenant's and count
     */
    TenantScan(
            String tenant,
            String folder,
            ListingMark from,
            Predicate<String> isCounted,
            BackupPolicy policy,
            Instant now) {
        tally = new BackupTally(tenant, policy, now);
        tally.add(from.before());
        cuts = new Cuts(folder, from, now);
        this.from = from;
        this.isCounted = isCounted;
    }

    /** Takes in what was seen on the way to the tenant's folders. */
    void add(BackupTally seen) {
        tally.add(seen);
    }

    /** Takes an object in. */
    void add(BackupObject object) {
        if (isCounted.test(object.key())) {
            hasObjects = true;
            tally.add(object).ifPresent(counted -> cuts.add(object.key(), counted));
        }
    }

    /** Whether there was any object that counts, a backup or not. */
    boolean hasObjects() {
        return hasObjects;
    }

    /**
     * Whether a pass from a mark tells as much as one from the beginning would: the eight newest were seen, nothing
     * before the mark is newer, and the history is long enough, or what lies before was told with its days.
     */
    boolean standsForAll() {
        BackupEvidence seen = tally.toEvidence(true, Duration.ZERO);
        boolean reachesBack = from.before().tellsDays() || seen.history().compareTo(ENOUGH_HISTORY) >= 0;
        return cuts.isSorted()
                && reachesBack
                && seen.newestValid().size() == Cuts.NEWEST
                && !from.before().newest().isAfter(eighthNewest(seen.newestValid()));
    }

    /** What was seen. */
    BackupEvidence toEvidence(boolean complete, Duration stalledUpload) {
        return tally.toEvidence(complete, stalledUpload);
    }

    /** The mark for the next pass: with a place if there is a good one, else as it is given. */
    ListingMark mark(ListingMark unplaced) {
        List<DatedBackup> newest = tally.toEvidence(true, Duration.ZERO).newestValid();
        return newest.size() < Cuts.NEWEST ? unplaced : cuts.mark(unplaced, eighthNewest(newest));
    }

    /** The mark behind which an unfinished pass may go on. */
    ListingMark reached(ListingMark unplaced) {
        return cuts.reached(unplaced);
    }

    private static Instant eighthNewest(List<DatedBackup> newest) {
        return newest.get(Cuts.NEWEST - 1).takenAt();
    }
}
