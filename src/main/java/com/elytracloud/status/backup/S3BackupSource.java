package com.elytracloud.status.backup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupListing.JobResult;
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.TenantVerdict.Reason;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.BackupSource;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Lists the backups in a bucket; keeps times and sizes by series, not the objects. */
@Singleton
public record S3BackupSource(BackupConfig config, ObjectStore store, BoundedExecutor executor) implements BackupSource {
    private static final Logger LOG = Logger.getLogger(S3BackupSource.class);
    /** To report what was listed when the time is over. */
    private static final Duration REPORTING = Duration.ofMillis(500);
    /** Twenty thousand unfinished uploads: more come from something that never ends. */
    private static final int MOST_UPLOAD_PAGES = 20;

    @Override
    public Reading<BackupListing> read(Instant now, Deadline deadline) {
        return config.bucket().map(bucket -> read(bucket, now, deadline)).orElseGet(Reading.Nothing::new);
    }

    private Reading<BackupListing> read(String bucket, Instant now, Deadline deadline) {
        Deadline listing = deadline.keeping(REPORTING);
        Future<Map<String, Instant>> uploads = executor.start(
                () -> uploads(bucket, listing.within(deadline.remaining().dividedBy(2))));
        try {
            BackupScan scan = new BackupScan(this, bucket, now, listing).run();
            List<BackupSeries> series = scan.collector().series();
            return new Reading.Found<>(new BackupListing(
                    config.source(),
                    series,
                    config.listed(),
                    BoundedExecutor.await("unfinished uploads", uploads, listing.remaining(), failure -> Map.of()),
                    jobs(series, new Bucket(store, bucket), now, deadline),
                    scan.unreadable(),
                    scan.missing()));
        } catch (ObjectStoreException e) {
            return new Reading.Failed<>(e.failure());
        } finally {
            uploads.cancel(true);
        }
    }

    /** Lists page by page; returns whether there is more than so many pages. */
    boolean list(ListObjectsV2Request request, int most, Deadline deadline, Consumer<ListObjectsV2Response> reader)
            throws ObjectStoreException {
        return store.call("listing bucket " + request.bucket(), deadline, s3 -> {
            int pages = 0;
            String token = "";
            for (ListObjectsV2Response page : s3.listObjectsV2Paginator(request)) {
                boolean isMore = Boolean.TRUE.equals(page.isTruncated());
                String next = Objects.toString(page.nextContinuationToken(), "");
                // Any well-formed page of a proxy would else pass for an empty bucket, and so for lost backups.
                boolean isOther = !request.bucket().equals(page.name());
                if (isOther || (isMore && (next.isEmpty() || next.equals(token)))) {
                    String why = "listing bucket %s: the response %s"
                            .formatted(
                                    request.bucket(),
                                    isOther ? "is no listing of it" : "says that there is more, but not where");
                    throw new ObjectStoreException(new Failure(Failure.Reason.UNREADABLE, why), null);
                }
                reader.accept(page);
                token = next;
                if (isMore && ++pages == most) {
                    return true;
                }
            }
            return false;
        });
    }

    /** The SDK decodes where the response says that it is encoded; some servers encode and do not say so. */
    static String decoded(String text, ListObjectsV2Response page) {
        try {
            boolean isDecoded = page.encodingType() == EncodingType.URL || text.indexOf('%') < 0;
            return isDecoded ? text : URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a percent sign of the key itself
        }
    }

    // When the oldest one of each customer began. They can only make a verdict worse: without them the objects decide.
    private Map<String, Instant> uploads(String bucket, Deadline deadline) {
        Map<String, Instant> oldest = new HashMap<>();
        try {
            store.call("listing the uploads to bucket " + bucket, deadline, s3 -> {
                s3
                        .listMultipartUploadsPaginator(
                                request -> request.bucket(bucket).prefix(config.prefix()))
                        .stream()
                        .limit(MOST_UPLOAD_PAGES)
                        .flatMap(page -> page.uploads().stream())
                        .filter(each -> each.key() != null && each.initiated() != null && config.counts(each.key()))
                        .forEach(each -> oldest.merge(
                                config.names()
                                        .of(config.below(each.key()), each.initiated())
                                        .customer(),
                                each.initiated(),
                                BinaryOperator.minBy(Comparator.naturalOrder())));
                return oldest;
            });
        } catch (ObjectStoreException e) {
            LOG.warnf("backups: unfinished uploads could not all be listed: %s", e.failure());
        }
        return oldest;
    }

    private Map<String, JobResult> jobs(List<BackupSeries> series, Bucket bucket, Instant now, Deadline deadline) {
        if (!config.manifest().isNamed()) {
            return Map.of();
        }
        Map<String, Manifest> read = new HashMap<>();
        return Stream.concat(series.stream().map(BackupSeries::customer), config.listed().stream())
                .distinct()
                .collect(Collectors.toMap(each -> each, each -> read.computeIfAbsent(
                                config.manifest().forCustomer(each), key -> manifest(key, bucket, now, deadline))
                        .of(each)));
    }

    private static Manifest manifest(String key, Bucket bucket, Instant now, Deadline deadline) {
        try {
            return bucket.read(key, Manifest.MOST_BYTES, deadline)
                    .map(found -> Manifest.parse(found.bytes(), now))
                    .orElseGet(() -> Manifest.of(Reason.JOB_MISSING));
        } catch (ObjectStoreException e) {
            LOG.warnf("backups: the job's result cannot be read: %s. Check BACKUP_MANIFEST_KEY.", e.failure());
            return Manifest.of(Reason.JOB_UNKNOWN);
        }
    }
}
