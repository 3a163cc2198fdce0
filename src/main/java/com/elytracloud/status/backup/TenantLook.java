package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;

import com.elytracloud.status.assess.BackupAssessor;
import com.elytracloud.status.backup.BackupStorage.Head;
import com.elytracloud.status.backup.BackupStorage.Page;
import com.elytracloud.status.backup.Roll.Whereabouts;
import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.JobResult;
import com.elytracloud.status.domain.ListingMark;
import com.elytracloud.status.run.Deadline;

/** What one run finds out about one tenant: briefly if the run before left a mark, in full where that is not enough. */
final class TenantLook {
    /** A mark whose last full listing is older stands for nothing any more; it is made once a day. */
    private static final Duration LONGEST_WITHOUT_FULL = Duration.ofDays(2);
    /** Bad news from a brief look are confirmed by a full one, but of one tenant not more often than this. */
    private static final Duration CONFIRMED_FOR = Duration.ofHours(1);

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final String tenant;
    private final Whereabouts whereabouts;
    private final ListingMark known;
    private final BackupPolicy policy;
    private final Instant now;
    private final Predicate<String> isCounted;
    private volatile BackupEvidence evidence;
    private volatile boolean isBrief;
    private volatile boolean hasObjects;
    private volatile Failure failure;
    private volatile JobResult job = JobResult.NOT_ASKED;

    TenantLook(
            String tenant,
            Whereabouts whereabouts,
            ListingMark known,
            Predicate<String> isCounted,
            BackupPolicy policy,
            Instant now) {
        this.tenant = tenant;
        this.whereabouts = whereabouts;
        this.known = known;
        this.isCounted = isCounted;
        this.policy = policy;
        this.now = now;
        hasObjects = whereabouts.hasSeen();
    }

    String tenant() {
        return tenant;
    }

    /** When everything of it was last listed: who waits longest comes first. */
    Instant lastFullAt() {
        return known.fullAt();
    }

    /** Whether it takes one request as a rule. */
    boolean canBeBrief() {
        return known.hasPosition() && whereabouts.stretches().size() == 1;
    }

    /** Looks from the mark, or from the beginning where there is none. */
    void look(Listing listing, Manifests manifests, Deadline deadline) {
        job = manifests.of(tenant, deadline);
        if (canBeBrief()) {
            lookBriefly(listing, deadline);
        } else {
            lookThrough(listing, deadline);
        }
    }

    /** Whether a look through everything is needed, or due; not in the run in which a brief one had no time. */
    boolean isWorthALookThrough() {
        return needsALookThrough() || (isBrief && isFinished() && (isBadNews() || isDue()));
    }

    /** Whether nothing can be said of it without one: what lies behind its mark does not stand for all. */
    boolean needsALookThrough() {
        return isBrief && isFinished() && !evidence.complete();
    }

    /** Lists everything; what was known stays if that does not come to its end. */
    void lookThrough(Listing listing, Deadline deadline) {
        TenantScan scan = scan(ListingMark.NONE);
        scan.add(whereabouts.seen());
        ListingMark unplaced = new ListingMark(
                known.place(), now.truncatedTo(ChronoUnit.SECONDS), known.checked(), "", ListingMark.NONE.before());
        int pages = 0;
        try {
            for (Stretch stretch : whereabouts.stretches()) {
                pages += listing.pass(stretch.query(), reader(stretch, scan), deadline);
            }
        } catch (BackupStorageException e) {
            keepUnfinished(scan, whereabouts.stretches().size() == 1 ? scan.reached(unplaced) : known, e.failure());
            return;
        }
        // What fits one page is as quickly listed in full.
        boolean isLong = pages > 1 && whereabouts.stretches().size() == 1;
        evidence = scan.toEvidence(true, Duration.ZERO).with(isLong ? scan.mark(unplaced) : unplaced);
        isBrief = false;
        failure = null;
    }

    /** Asks the newest backup itself, if it is another than the run before asked. */
    void check(BackupStorage storage, Deadline deadline) {
        BackupEvidence seen = evidence;
        if (seen == null || !seen.complete() || seen.newestValid().isEmpty()) {
            return;
        }
        BackupObject newest = seen.newestValid().get(0).object();
        String hash = Fingerprints.of(newest);
        if (hash.equals(seen.mark().checked())) {
            return;
        }
        try {
            evidence = compared(seen, newest, storage.head(newest.key(), deadline));
        } catch (BackupStorageException e) {
            // The listing is evidence enough; the next run asks again.
            evidence = seen.with(seen.mark().checked(""));
        }
    }

    /** What was found out; not complete where the look did not come to its end. */
    BackupEvidence toEvidence() {
        BackupEvidence seen = evidence;
        if (seen == null || (isBrief && isTooLongAgo())) {
            BackupEvidence partly = seen == null ? scan(ListingMark.NONE).toEvidence(false, Duration.ZERO) : seen;
            // Without time the place is as good as it was, and the next run as quick; too long ago it is to be left.
            return partly.incomplete()
                    .with(seen == null ? known : known.withoutPosition())
                    .with(job);
        }
        return seen.with(job);
    }

    /** Whether there is anything of it. */
    boolean hasObjects() {
        return hasObjects;
    }

    Optional<Failure> failure() {
        return Optional.ofNullable(failure);
    }

    private void lookBriefly(Listing listing, Deadline deadline) {
        isBrief = true;
        Stretch stretch = whereabouts.stretches().get(0);
        TenantScan scan = scan(known);
        scan.add(whereabouts.seen());
        try {
            listing.pass(
                    stretch.query().startingAfter(stretch.folder() + known.startAfter()),
                    reader(stretch, scan),
                    deadline);
        } catch (BackupStorageException e) {
            boolean goesOn = known.before().tellsDays();
            keepUnfinished(scan, goesOn ? scan.reached(known.withoutPosition()) : known, e.failure());
            return;
        }
        BackupEvidence seen = scan.toEvidence(scan.standsForAll(), Duration.ZERO);
        evidence = seen.with(seen.complete() ? scan.mark(known.withoutPosition()) : known.withoutPosition());
    }

    private Listing.Reader reader(Stretch stretch, TenantScan scan) {
        return new Listing.Reader() {
            private boolean isBeyond;

            @Override
            public void see(BackupObject object) {
                isBeyond |= stretch.endsBefore(object.key());
                if (!isBeyond) {
                    scan.add(object);
                    // At once, so that it is known even where the look is cut off at the deadline.
                    hasObjects = hasObjects || scan.hasObjects();
                }
            }

            @Override
            public boolean end(Page page) {
                return !isBeyond;
            }
        };
    }

    private TenantScan scan(ListingMark from) {
        String folder = whereabouts.stretches().isEmpty()
                ? ""
                : whereabouts.stretches().get(0).folder();
        return new TenantScan(tenant, folder, from, isCounted, policy, now);
    }

    // A brief look that stands is worth more than a full one that ended early; else the next run goes on from here, so
    // that in the end even a tenant is known that takes longer than a run.
    private void keepUnfinished(TenantScan scan, ListingMark reached, Failure why) {
        failure = why;
        if (evidence == null || !evidence.complete()) {
            evidence = scan.toEvidence(false, Duration.ZERO).with(reached);
        }
    }

    private BackupEvidence compared(BackupEvidence seen, BackupObject newest, Optional<Head> head) {
        if (head.isPresent() && isSame(newest, head.get())) {
            return seen.with(seen.mark().checked(Fingerprints.of(newest)));
        }
        // Replaced since it was listed: the next run lists and asks the new one.
        boolean replaced = head.filter(found -> found.lastModified()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .isAfter(newest.lastModified().truncatedTo(ChronoUnit.SECONDS)))
                .isPresent();
        BackupEvidence unchecked = seen.with(seen.mark().checked(""));
        return replaced ? unchecked : unchecked.withInvalidNewest();
    }

    // Some servers put the ETag in quotes in one of both answers only; what a listing does not tell cannot differ.
    private static boolean isSame(BackupObject listed, Head asked) {
        String etag = listed.etag().replace("\"", "");
        return asked.bytes() == listed.bytes()
                && (etag.isEmpty() || etag.equals(asked.etag().replace("\"", "")));
    }

    private boolean isFinished() {
        return evidence != null && failure == null;
    }

    private boolean isBadNews() {
        boolean bad = BackupAssessor.assess(evidence, policy, now).status() != BackupStatus.SUCCESS;
        return bad && known.fullAt().isBefore(now.minus(CONFIRMED_FOR));
    }

    // Each tenant has its own time of the day, so that not all are due at once.
    private boolean isDue() {
        long own = Math.floorMod((long) tenant.hashCode() * 31_393L, DAY);
        long lastTime = now.getEpochSecond() - Math.floorMod(now.getEpochSecond() - own, DAY);
        return known.fullAt().isBefore(Instant.ofEpochSecond(lastTime));
    }

    private boolean isTooLongAgo() {
        return known.fullAt().isBefore(now.minus(LONGEST_WITHOUT_FULL));
    }
}
