package com.elytracloud.status.backup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

import com.elytracloud.status.assess.SeriesCollector;
import com.elytracloud.status.assess.SeriesCollector.BackupObject;
import com.elytracloud.status.domain.BackupListing.Missing;

/** What was listed of a bucket, or of one of its folders. */
final class BackupScan {
    private final BackupConfig config;
    private final Instant now;
    private final SeriesCollector collector;
    private final Set<String> prefixes = new LinkedHashSet<>();
    private final Set<String> folders = new HashSet<>();
    private final Set<String> missed = new HashSet<>();
    private int unreadable;
    private String lastKey = "";
    private boolean isCut;
    private String reason = "";

    BackupScan(BackupConfig config, Instant now) {
        this.config = config;
        this.now = now;
        this.collector = new SeriesCollector(config.names(), now);
    }

    SeriesCollector collector() {
        return collector;
    }

    /** The prefixes one level below, which are still to be listed. */
    Set<String> prefixes() {
        return prefixes;
    }

    int unreadable() {
        return unreadable;
    }

    String lastKey() {
        return lastKey;
    }

    Missing missing() {
        Set<String> customers = missed.stream().filter(this::isCustomer).collect(Collectors.toSet());
        boolean byFolder = customers.size() == missed.size() && folders.stream().allMatch(this::isCustomer);
        Set<String> complete = new HashSet<>(byFolder ? folders : Set.of());
        complete.removeAll(missed);
        complete.remove(folder(lastKey));
        boolean everything = isCut || (!missed.isEmpty() && !byFolder);
        return new Missing(everything, customers, complete, reason);
    }

    void add(ListObjectsV2Response page) {
        page.commonPrefixes().forEach(each -> prefixes.add(decoded(each.prefix(), page)));
        for (S3Object each : page.contents()) {
            if (each.key() == null || each.key().isEmpty() || each.lastModified() == null || each.size() == null) {
                unreadable++;
            } else {
                add(new BackupObject(decoded(each.key(), page), each.lastModified(), each.size()));
            }
        }
    }

    /** Adds the listing of a prefix. */
    void add(String prefix, BackupScan part) {
        collector.add(part.collector);
        folders.addAll(part.folders);
        unreadable += part.unreadable;
        if (part.isCut) {
            missed.add(folder(prefix));
            reason = part.reason;
        }
    }

    /** The rest could not be listed. */
    BackupScan cutOff(String why) {
        isCut = true;
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
        return config.below(config.firstFolder(key)).replace("/", "");
    }

    // The SDK decodes where the response says that it is encoded; some servers encode and do not say so.
    private static String decoded(String text, ListObjectsV2Response page) {
        try {
            boolean isDecoded = page.encodingType() == EncodingType.URL || text.indexOf('%') < 0;
            return isDecoded ? text : URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a percent sign of the key itself
        }
    }
}
