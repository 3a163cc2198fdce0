package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

import com.elytracloud.status.assess.SeriesCollector;
import com.elytracloud.status.assess.SeriesCollector.BackupObject;
import com.elytracloud.status.domain.BackupListing.Missing;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Lists a bucket: a few pages in a row, and where there are more, the prefixes one level below in parallel. */
final class BackupScan {
    /** Most buckets end here, and pay for no request more than they have pages. */
    private static final int PAGES_IN_A_ROW = 12;
    /** Until the deadline. */
    private static final int ALL_PAGES = Integer.MAX_VALUE;

    private static final int PARALLEL = 16;
    /** Behind every key of a prefix. */
    private static final String BEHIND = "\uDBFF\uDFFF";

    private final S3BackupSource source;
    private final BackupConfig config;
    private final String bucket;
    private final Instant now;
    private final Deadline deadline;
    private final SeriesCollector collector;
    private final Set<String> folders = new HashSet<>();
    /** Prefixes one level below that are not listed, or not as a whole. */
    private final Set<String> open = new LinkedHashSet<>();

    private String reason = "listing was not finished";
    private String lastKey = "";
    private int unreadable;
    private boolean isCut;
    private boolean isOver;

    BackupScan(S3BackupSource source, String bucket, Instant now, Deadline deadline) {
        this.source = source;
        this.config = source.config();
        this.bucket = bucket;
        this.now = now;
        this.deadline = deadline;
        this.collector = new SeriesCollector(config.names(), now);
    }

    /** @throws ObjectStoreException if not even the first page could be read */
    BackupScan run() throws ObjectStoreException {
        try {
            if (list(config.prefix(), null, null, PAGES_IN_A_ROW)) {
                listBelow(lastKey);
            }
        } catch (ObjectStoreException e) {
            if (lastKey.isEmpty()) {
                throw e;
            }
            isCut = true;
            if (e.failure().reason() == Reason.UNREADABLE) {
                folders.clear(); // anyone who sent that may have sent the pages before it as well
            }
            reason = e.failure().toString();
        }
        synchronized (this) {
            isOver = true; // a listing beyond the deadline may still go on
            return this;
        }
    }

    SeriesCollector collector() {
        return collector;
    }

    int unreadable() {
        return unreadable;
    }

    Missing missing() {
        if (open.isEmpty() && !isCut) {
            return Missing.NOTHING;
        }
        Set<String> missed = open.stream().map(this::folder).collect(Collectors.toSet());
        boolean byFolder = Stream.concat(folders.stream(), missed.stream()).allMatch(this::isCustomer);
        Set<String> complete = new HashSet<>(byFolder ? folders : Set.of());
        complete.removeAll(missed);
        complete.remove(folder(lastKey));
        missed.removeIf(folder -> !isCustomer(folder));
        return new Missing(isCut || !byFolder, missed, complete, reason);
    }

    private void listBelow(String last) throws ObjectStoreException {
        String begun = config.firstFolder(last);
        if (!begun.isEmpty()) {
            open.add(begun);
        }
        try {
            list(config.prefix(), "/", begun.isEmpty() ? last : begun + BEHIND, ALL_PAGES);
        } finally {
            // A prefix each: a listing across prefixes costs a Ceph gateway many times as much.
            Queue<String> waiting = new ConcurrentLinkedQueue<>(open);
            Stream.generate(() -> source.executor().start(() -> listEach(waiting, last)))
                    .limit(Math.min(PARALLEL, open.size()))
                    .toList()
                    .forEach(each ->
                            BoundedExecutor.await("backups: listing", each, deadline.remaining(), failure -> waiting));
        }
    }

    private Queue<String> listEach(Queue<String> waiting, String last) {
        for (String prefix = waiting.poll(); prefix != null; prefix = waiting.poll()) {
            try {
                list(prefix, null, last.startsWith(prefix) ? last : null, ALL_PAGES);
                listed(prefix, "");
            } catch (ObjectStoreException e) {
                listed(prefix, e.failure().toString());
            }
        }
        return waiting;
    }

    private synchronized void listed(String prefix, String whyNot) {
        if (!isOver && whyNot.isEmpty()) {
            open.remove(prefix);
        } else if (!isOver) {
            reason = whyNot;
        }
    }

    // Whether there is more than so many pages.
    private boolean list(String prefix, String delimiter, String after, int most) throws ObjectStoreException {
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(bucket)
                .prefix(prefix)
                .delimiter(delimiter)
                .startAfter(after)
                .encodingType(EncodingType.URL)
                .build();
        return source.list(request, most, deadline, this::add);
    }

    private synchronized void add(ListObjectsV2Response page) {
        if (isOver) {
            return;
        }
        page.commonPrefixes().forEach(each -> open.add(S3BackupSource.decoded(each.prefix(), page)));
        for (S3Object each : page.contents()) {
            if (each.key() == null || each.key().isEmpty() || each.lastModified() == null || each.size() == null) {
                unreadable++;
                continue;
            }
            lastKey = S3BackupSource.decoded(each.key(), page);
            if (config.counts(lastKey)) {
                folders.add(folder(lastKey));
                collector.add(config.below(lastKey), new BackupObject(lastKey, each.lastModified(), each.size()));
            }
        }
    }

    private boolean isCustomer(String folder) {
        return config.isCustomerFolder(folder, now);
    }

    private String folder(String key) {
        return config.below(config.firstFolder(key)).replace("/", "");
    }
}
