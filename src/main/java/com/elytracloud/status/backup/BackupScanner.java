package com.elytracloud.status.backup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.elytracloud.status.assess.SeriesCollector;
import com.elytracloud.status.backup.BackupBucket.Page;
import com.elytracloud.status.domain.BackupListing.Missing;
import com.elytracloud.status.domain.BackupObject;
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
    /** Neighbouring folders share pages; with few parts a failed one would hide many customers. */
    private static final int PARTS = 8 * PARALLEL;
    /** Behind every key of a prefix. */
    private static final String BEHIND = "\uDBFF\uDFFF";

    private final BackupConfig config;
    private final BackupBucket bucket;
    private final BoundedExecutor executor;
    private final Instant now;
    private final Deadline deadline;

    BackupScanner(BackupConfig config, BackupBucket bucket, BoundedExecutor executor, Instant now, Deadline deadline) {
        this.config = config;
        this.bucket = bucket;
        this.executor = executor;
        this.now = now;
        this.deadline = deadline;
    }

    /** @throws ObjectStoreException if not even the first page could be read */
    Scan scan() throws ObjectStoreException {
        Scan scan = new Scan(List.of());
        try {
            if (scan.list(config.prefix(), null, PAGES_IN_A_ROW)) {
                listBelow(scan, scan.lastKey);
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
        Set<String> open = new TreeSet<>(begun.isEmpty() ? List.of() : List.of(begun));
        try {
            bucket.list(
                    request -> request.prefix(config.prefix())
                            .delimiter("/")
                            .startAfter(begun.isEmpty() ? last : begun + BEHIND),
                    deadline,
                    page -> {
                        scan.add(page);
                        page.prefixes().forEach(open::add);
                        return true;
                    });
        } finally {
            Queue<List<String>> waiting = new ConcurrentLinkedQueue<>(parts(List.copyOf(open)));
            List<Future<Void>> started = Stream.generate(() -> executor.start(() -> {
                        listEach(waiting, open, scan, last);
                        return (Void) null;
                    }))
                    .limit(PARALLEL)
                    .toList();
            started.forEach(
                    each -> BoundedExecutor.await("backups: listing", each, deadline.remaining(), failure -> null));
            synchronized (open) {
                open.forEach(prefix -> scan.miss(prefix, "listing was not finished"));
                open.clear();
            }
        }
    }

    private static List<List<String>> parts(List<String> folders) {
        int each = (folders.size() + PARTS - 1) / PARTS;
        return IntStream.iterate(0, from -> from < folders.size(), from -> from + each)
                .mapToObj(from -> folders.subList(from, Math.min(from + each, folders.size())))
                .toList();
    }

    // A thread that finishes after the deadline finds its folders closed and adds nothing.
    private void listEach(Queue<List<String>> waiting, Set<String> open, Scan scan, String last) {
        for (List<String> folders = waiting.poll(); folders != null; folders = waiting.poll()) {
            Scan part = new Scan(folders);
            try {
                if (part.listWanted(last)) {
                    part.reason = "more than %d pages".formatted(MOST_PAGES);
                }
            } catch (ObjectStoreException e) {
                part.cutOff(e);
            }
            synchronized (open) {
                if (open.removeAll(folders)) {
                    scan.add(part);
                }
            }
        }
    }

    /** What was listed. */
    final class Scan {
        private final SeriesCollector collector = new SeriesCollector(config.names(), now);
        private final Set<String> folders = new HashSet<>();
        private final Set<String> missed = new HashSet<>();
        private int unreadable;
        private String lastKey = "";
        private boolean cut;
        private boolean trusted = true;
        private String reason = "";

        private final List<String> wanted;

        /** @param wanted the folders to keep, in order; empty: everything */
        private Scan(List<String> wanted) {
            this.wanted = wanted;
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
            boolean byFolder = Stream.concat(folders.stream(), missed.stream()).allMatch(config::isCustomerFolder);
            customers.removeIf(folder -> !config.isCustomerFolder(folder));
            Set<String> complete = new HashSet<>();
            if (byFolder && trusted) {
                complete.addAll(folders);
                complete.removeAll(missed);
                complete.remove(folder(lastKey));
            }
            return new Missing(cut || !byFolder, customers, complete, reason);
        }

        // Whether there is more than so many pages.
        private boolean list(String prefix, String after, int most) throws ObjectStoreException {
            int[] pages = {0};
            return bucket.list(request -> request.prefix(prefix).startAfter(after), deadline, page -> {
                add(page);
                return !isBehind() && ++pages[0] < most;
            });
        }

        private boolean listWanted(String listed) throws ObjectStoreException {
            String first = wanted.get(0);
            String prefix = wanted.size() == 1 ? first : config.prefix();
            return list(prefix, listed.startsWith(first) ? listed : first, MOST_PAGES) && !isBehind();
        }

        private boolean isBehind() {
            return !wanted.isEmpty()
                    && Arrays.compareUnsigned(utf8(lastKey), utf8(wanted.get(wanted.size() - 1) + BEHIND)) > 0;
        }

        // A listing is in the order of the bytes, not of the characters.
        private byte[] utf8(String key) {
            return key.getBytes(StandardCharsets.UTF_8);
        }

        private void add(Page page) {
            page.objects().forEach(found -> found.ifPresentOrElse(this::add, () -> unreadable++));
        }

        private void add(BackupObject object) {
            lastKey = object.key();
            if ((wanted.isEmpty() || wanted.contains(config.firstFolder(object.key())))
                    && config.counts(object.key())) {
                folders.add(folder(object.key()));
                collector.add(config.below(object.key()), object);
            }
        }

        private void add(Scan part) {
            collector.add(part.collector);
            folders.addAll(part.folders);
            unreadable += part.unreadable;
            if (!part.reason.isEmpty()) {
                part.wanted.forEach(folder -> miss(folder, part.reason));
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
