package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import com.elytracloud.status.assess.SeriesCollector;
import com.elytracloud.status.backup.BackupBucket.Page;
import com.elytracloud.status.domain.BackupListing.Missing;
import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.objectstore.ObjectStoreException;

/** What was listed of a bucket, or of one of its folders. */
final class BackupScan {
    private final BackupConfig config;
    private final Instant now;
    private final SeriesCollector collector;
    private final Set<String> folders = new HashSet<>();
    private final Set<String> missed = new HashSet<>();
    private int unreadable;
    private String lastKey = "";
    private boolean cut;
    private boolean trusted = true;
    private String reason = "";

    BackupScan(BackupConfig config, Instant now) {
        this.config = config;
        this.now = now;
        this.collector = new SeriesCollector(config.names(), now);
    }

    SeriesCollector collector() {
        return collector;
    }

    int unreadable() {
        return unreadable;
    }

    String lastKey() {
        return lastKey;
    }

    Missing missing() {
        if (reason.isEmpty()) {
            return Missing.NOTHING;
        }
        Set<String> customers = new HashSet<>(missed);
        boolean byFolder = Stream.concat(folders.stream(), missed.stream()).allMatch(this::isCustomer);
        customers.removeIf(folder -> !isCustomer(folder));
        Set<String> complete = new HashSet<>();
        if (byFolder && trusted) {
            complete.addAll(folders);
            complete.removeAll(missed);
            complete.remove(folder(lastKey));
        }
        return new Missing(cut || !byFolder, customers, complete, reason);
    }

    void add(Page page) {
        page.objects().forEach(found -> found.ifPresentOrElse(this::add, () -> unreadable++));
    }

    /** Adds the listing of a prefix. */
    void add(String prefix, BackupScan part) {
        collector.add(part.collector);
        folders.addAll(part.folders);
        unreadable += part.unreadable;
        if (!part.reason.isEmpty()) {
            missed.add(folder(prefix));
            reason = part.reason;
        }
    }

    /** The rest could not be listed. */
    void cutOff(ObjectStoreException e) {
        cut = true;
        trusted = e.failure().reason() != Reason.UNREADABLE;
        reason = e.failure().toString();
    }

    /** The prefix could not be listed, or not as a whole. */
    BackupScan cutOff(String why) {
        reason = why;
        return this;
    }

    private void add(BackupObject object) {
        lastKey = object.key();
        if (config.counts(object.key())) {
            folders.add(folder(object.key()));
            collector.add(config.below(object.key()), object);
        }
    }

    private boolean isCustomer(String folder) {
        return config.isCustomerFolder(folder, now);
    }

    private String folder(String key) {
        String first = config.firstFolder(key);
        return first.isEmpty() ? "" : config.below(first).replace("/", "");
    }
}
