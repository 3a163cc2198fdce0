package com.elytracloud.status.backup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.elytracloud.status.assess.SeriesCollector;
import com.elytracloud.status.backup.BackupBucket.Page;
import com.elytracloud.status.domain.BackupListing.Missing;
import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.objectstore.ObjectStoreException;

/** What was listed of a bucket, or of some of its folders. */
final class BackupScan {
    private final BackupConfig config;
    private final List<String> wanted;
    private final SeriesCollector collector;
    private final Set<String> folders = new HashSet<>();
    private final Set<String> missed = new HashSet<>();
    private int unreadable;
    private String lastKey = "";
    private boolean cut;
    private boolean trusted = true;
    private String reason = "";

    /** @param wanted the folders to keep, in the order of the listing; empty: everything */
    BackupScan(BackupConfig config, List<String> wanted, Instant now) {
        this.config = config;
        this.wanted = wanted;
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

    /** Whether the listing is behind the wanted folders. */
    boolean isWhole() {
        if (wanted.isEmpty()) {
            return false;
        }
        // A listing is in the order of the bytes, not of the characters.
        byte[] end = (wanted.get(wanted.size() - 1) + BackupScanner.BEHIND).getBytes(StandardCharsets.UTF_8);
        return Arrays.compareUnsigned(lastKey.getBytes(StandardCharsets.UTF_8), end) > 0;
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

    void add(Page page) {
        page.objects().forEach(found -> found.ifPresentOrElse(this::add, () -> unreadable++));
    }

    /** Adds the listing of some folders. */
    void add(BackupScan part) {
        collector.add(part.collector);
        folders.addAll(part.folders);
        unreadable += part.unreadable;
        if (!part.reason.isEmpty()) {
            part.wanted.forEach(prefix -> missed.add(folder(prefix)));
            reason = part.reason;
        }
    }

    /** The rest could not be listed. */
    void cutOff(ObjectStoreException e) {
        cut = true;
        trusted = e.failure().reason() != Reason.UNREADABLE;
        reason = e.failure().toString();
    }

    /** The wanted folders could not all be listed. */
    BackupScan cutOff(String why) {
        reason = why;
        return this;
    }

    private void add(BackupObject object) {
        lastKey = object.key();
        boolean isWanted = wanted.isEmpty() || wanted.contains(config.firstFolder(object.key()));
        if (isWanted && config.counts(object.key())) {
            folders.add(folder(object.key()));
            collector.add(config.below(object.key()), object);
        }
    }

    private String folder(String key) {
        String first = config.firstFolder(key);
        return first.isEmpty() ? "" : config.below(first).replace("/", "");
    }
}
