package com.elytracloud.status.backup;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

import com.elytracloud.status.backup.BackupStorage.Page;
import com.elytracloud.status.backup.BackupStorage.Query;
import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.run.Deadline;

/** One pass over what a query finds, a page of at most a thousand objects at a time; no page is kept. */
final class Listing {
    /** Two million objects, twice the design's size: beyond it, something answers that never ends. */
    static final int MOST_PAGES = 2_000;

    private final BackupStorage storage;
    private final int mostPages;
    private final long slowDownMillis;

    Listing(BackupStorage storage, int mostPages) {
        this(storage, mostPages, 250);
    }

    /**
     * A pass with other pauses.
     *
     * @param slowDownMillis the longest first pause after the storage asked for fewer requests
     */
    Listing(BackupStorage storage, int mostPages, long slowDownMillis) {
        this.storage = storage;
        this.mostPages = mostPages;
        this.slowDownMillis = slowDownMillis;
    }

    /** Takes what is found. */
    interface Reader {
        /** Takes an object, as it comes. */
        void see(BackupObject object);

        /** Takes the end of a page; tells whether more is of interest. */
        boolean end(Page page);
    }

    /**
     * Passes everything on until the last, or until no more is of interest.
     *
     * @return how many pages there were
     * @throws BackupStorageException if it ended before that
     */
    int pass(Query query, Reader reader, Deadline deadline) throws BackupStorageException {
        Set<String> tokens = new HashSet<>();
        Query next = query;
        for (int pages = 1; ; pages++) {
            Page page = patiently(next, reader, deadline);
            if (!reader.end(page) || page.isLast()) {
                return pages;
            }
            if (page.next().isEmpty() || !tokens.add(page.next())) {
                throw new BackupStorageException(
                        Reason.UNREADABLE,
                        "listing %s: the answer says that there is more, but not where".formatted(query.prefix()));
            }
            if (pages >= mostPages) {
                throw new BackupStorageException(
                        Reason.TOO_LARGE, "listing %s: over %d pages".formatted(query.prefix(), mostPages));
            }
            next = query.continued(page.next());
        }
    }

    // The client has tried a few times already; many of us ask side by side, so the pause is random and grows.
    private Page patiently(Query query, Reader reader, Deadline deadline) throws BackupStorageException {
        for (long longest = slowDownMillis; ; longest *= 2) {
            try {
                return storage.list(query, reader::see, deadline);
            } catch (BackupStorageException e) {
                long pause = ThreadLocalRandom.current().nextLong(longest / 2, longest + 1);
                if (e.failure().reason() != Reason.THROTTLED
                        || pause >= deadline.remaining().toMillis()
                        || !waited(pause)) {
                    throw e;
                }
            }
        }
    }

    private static boolean waited(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
