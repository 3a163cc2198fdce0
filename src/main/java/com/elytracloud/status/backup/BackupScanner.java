package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

import com.elytracloud.status.assess.SeriesCollector;
import com.elytracloud.status.backup.BackupBucket.Page;
import com.elytracloud.status.domain.BackupListing.Missing;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Lists the bucket: a few pages in a row, and where there are more, the prefixes one level below in parallel. */
final class BackupScanner {
    /** Most buckets end here, and pay for no request more than they have pages. */
    private static final int PAGES_IN_A_ROW = 12;
    /** Two million objects in one prefix: beyond it, something answers that never ends. */
    private static final int MOST_PAGES = 2_000;

    private static final int PARALLEL = 16;
    /** Behind every key of a prefix. */
    private static final String BEHIND = "\uDBFF\uDFFF";

    private final BackupConfig config;
    private final BackupBucket bucket;
    private final BoundedExecutor workers;
    private final Instant now;
    private final Deadline deadline;
    private final Semaphore slots = new Semaphore(PARALLEL);

    BackupScanner(BackupConfig config, BackupBucket bucket, BoundedExecutor workers, Instant now, Deadline deadline) {
        this.config = config;
        this.bucket = bucket;
        this.workers = workers;
        this.now = now;
        this.deadline = deadline;
    }

    /** @throws ObjectStoreException if not even the first page could be read */
    Scan scan() throws ObjectStoreException {
        Scan scan = new Scan(config, now);
        try {
            String last = scan.listInARow(config.prefix(), null, PAGES_IN_A_ROW);
            if (last != null) {
                listBelow(scan, last);
            }
        } catch (ObjectStoreException e) {
            if (scan.lastKey.isEmpty()) {
                throw e;
            }
            scan.cutOff(e);
        }
        return scan;
    }

    private void listBelow(Scan scan, String last) throws ObjectStoreException {
        String begun = config.firstFolder(last);
        List<Part> parts = new ArrayList<>();
        if (!begun.isEmpty()) {
            parts.add(start(begun, last));
        }
        String after = begun.isEmpty() ? last : begun + BEHIND;
        try {
            for (String token = null; ; ) {
                String continued = token;
                Page page = bucket.list(
                        request -> request.prefix(config.prefix())
                                .delimiter("/")
                                .startAfter(continued == null ? after : null)
                                .continuationToken(continued),
                        deadline);
                scan.add(page);
                page.prefixes()
                        .filter(prefix -> !prefix.equals(begun))
                        .forEach(prefix -> parts.add(start(prefix, null)));
                token = bucket.after(continued, page);
                if (token == null) {
                    return;
                }
            }
        } finally {
            parts.forEach(part -> collect(scan, part));
        }
    }

    private Part start(String prefix, String after) {
        return new Part(prefix, workers.start(() -> {
            Scan part = new Scan(config, now);
            slots.acquire();
            try {
                part.listInARow(prefix, after, MOST_PAGES);
            } catch (ObjectStoreException e) {
                part.cutOff(e);
            } finally {
                slots.release();
            }
            return part;
        }));
    }

    private void collect(Scan scan, Part part) {
        Scan found =
                BoundedExecutor.await("backups: listing " + part.prefix, part.scan, deadline.remaining(), failure -> {
                    scan.miss(part.prefix, failure.detail());
                    return null;
                });
        if (found != null) {
            scan.add(found, part.prefix);
        }
    }

    private record Part(String prefix, Future<Scan> scan) {}

    /** What was listed. */
    final class Scan {
        private final BackupConfig config;
        private final SeriesCollector collector;
        private final Set<String> folders = new HashSet<>();
        private final Set<String> missed = new HashSet<>();
        private int unreadable;
        private String lastKey = "";
        private boolean cut;
        private boolean trusted = true;
        private String reason = "";

        private Scan(BackupConfig config, Instant now) {
            this.config = config;
            this.collector = new SeriesCollector(config.names(), now);
        }

        SeriesCollector collector() {
            return collector;
        }

        int unreadable() {
            return unreadable;
        }

        Missing missing() {
            if (reason.isEmpty()) {
                return Missing.NOTHING;
            }
            Set<String> customers = new HashSet<>(missed);
            boolean byFolder = folders.stream().allMatch(config::isCustomerFolder)
                    && missed.stream().allMatch(config::isCustomerFolder);
            customers.removeIf(folder -> !config.isCustomerFolder(folder));
            Set<String> complete = new HashSet<>();
            if (byFolder && trusted) {
                complete.addAll(folders);
                complete.removeAll(missed);
                complete.remove(folder(lastKey));
            }
            return new Missing(cut || !byFolder, customers, complete, reason);
        }

        // The last key if there is more than so many pages, else null.
        private String listInARow(String prefix, String after, int pages) throws ObjectStoreException {
            String token = null;
            for (int i = 0; i < pages; i++) {
                String continued = token;
                Page page = bucket.list(
                        request -> request.prefix(prefix)
                                .startAfter(continued == null ? after : null)
                                .continuationToken(continued),
                        deadline);
                add(page);
                token = bucket.after(continued, page);
                if (token == null) {
                    return null;
                }
            }
            return lastKey;
        }

        private void add(Page page) {
            page.objects()
                    .forEach(found -> found.ifPresentOrElse(
                            object -> {
                                lastKey = object.key();
                                if (config.counts(object.key())) {
                                    folders.add(folder(object.key()));
                                    collector.add(config.below(object.key()), object);
                                }
                            },
                            () -> unreadable++));
        }

        private void add(Scan part, String prefix) {
            collector.add(part.collector);
            folders.addAll(part.folders);
            unreadable += part.unreadable;
            if (!part.reason.isEmpty()) {
                miss(prefix, part.reason);
            }
        }

        private void miss(String prefix, String why) {
            missed.add(folder(prefix));
            reason = why;
        }

        private void cutOff(ObjectStoreException e) {
            cut = true;
            trusted = e.failure().reason() != Reason.UNREADABLE;
            reason = e.failure().toString();
        }

        private String folder(String key) {
            String first = config.firstFolder(key);
            return first.isEmpty() ? "" : config.below(first).replace("/", "");
        }
    }
}
