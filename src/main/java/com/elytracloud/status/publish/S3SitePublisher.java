package com.elytracloud.status.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import software.amazon.awssdk.services.s3.model.PutObjectRequest;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ConditionalWriter;
import com.elytracloud.status.objectstore.ConditionalWriter.Content;
import com.elytracloud.status.objectstore.ConditionalWriter.Outcome;
import com.elytracloud.status.objectstore.ConditionalWriter.SupersededBy;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.objectstore.StoredObject.Version;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.PublishException;
import com.elytracloud.status.run.SitePublisher;

/**
 * Uploads the site to a bucket that everyone may read, and checks whether visitors receive it. Later runs in the same
 * process upload {@code status.json} and only those other files that changed.
 */
final class S3SitePublisher implements SitePublisher {
    /** Reserved for {@code status.json} and its verification, however long the other files take. */
    private static final Duration FOR_STATUS = Duration.ofSeconds(7);

    private static final Duration FOR_VERIFYING = Duration.ofSeconds(3);

    private final PublishConfig config;
    private final Bucket bucket;
    private final ConditionalWriter writer;
    private final PublicSite visitors;
    private final SiteAssetUploader assets;
    /** The result of {@link #lastSeq}, for the publication that follows; saves one request. */
    private final AtomicReference<Version> seen = new AtomicReference<>();

    S3SitePublisher(
            PublishConfig config,
            Bucket bucket,
            ConditionalWrites conditions,
            PublicSite visitors,
            BoundedExecutor executor) {
        this.config = config;
        this.bucket = bucket;
        this.writer = new ConditionalWriter(bucket, conditions, SupersededBy.NEWER);
        this.visitors = visitors;
        this.assets = new SiteAssetUploader(
                (file, deadline) -> bucket.put(config.keyBeside(file.path()), file.bytes(), headers(file), deadline),
                executor,
                new ConcurrentHashMap<>());
    }

    @Override
    public Reading<Long> lastSeq(Deadline deadline) {
        try {
            seen.set(bucket.version(config.key(), deadline));
            return new Reading.Found<>(seen.get().seq());
        } catch (ObjectStoreException e) {
            return new Reading.Failed<>(e.failure());
        }
    }

    @Override
    public Published publish(List<SiteFile> files, Revision revision, Deadline deadline) {
        SiteFile status = files.get(files.size() - 1);
        List<String> paths = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Optional<Version> basis =
                published(warnings, deadline.keeping(FOR_VERIFYING).within(FOR_VERIFYING));
        boolean superseded = basis.orElse(Version.NONE).seq() >= revision.number();
        if (!superseded) {
            assets.send(files.subList(0, files.size() - 1), deadline.keeping(FOR_STATUS), paths, warnings);
            superseded = !sendStatus(status, revision, basis, warnings, deadline);
        }
        if (superseded) {
            warnings.add("run %d or a later one has published already".formatted(revision.number()));
        } else {
            paths.add(status.path());
            config.publicUrl()
                    .flatMap(url -> visitors.doubt(url, status, deadline))
                    .ifPresent(warnings::add);
        }
        return new Published(place(), paths, warnings, superseded);
    }

    // Credentials that may write but not read still publish: not publishing would be worse than an undetected race. If
    // the check failed for another reason, the write requires that there is no object, and checks again if there is
    // one.
    private Optional<Version> published(List<String> warnings, Deadline deadline) {
        Version known = seen.getAndSet(null);
        try {
            return Optional.of(known == null ? bucket.version(config.key(), deadline) : known);
        } catch (ObjectStoreException e) {
            warnings.add("nobody knows which run published last: " + e.failure());
            return e.failure().reason() == Reason.FORBIDDEN ? Optional.empty() : Optional.of(Version.NONE);
        }
    }

    // Whether it is ours that is published.
    private boolean sendStatus(
            SiteFile status, Revision revision, Optional<Version> basis, List<String> warnings, Deadline deadline) {
        Content content = new Content(status.bytes(), revision.number(), headers(status));
        Deadline sending = deadline.keeping(FOR_VERIFYING);
        try {
            Outcome outcome = basis.isPresent()
                    ? writer.write(config.key(), content, basis.get(), sending)
                    : writer.overwrite(config.key(), content, sending);
            if (outcome == Outcome.WRITTEN_UNCONDITIONALLY) {
                warnings.add(outcome.warning(place()));
            }
            return outcome != Outcome.SUPERSEDED && verify(status, revision, warnings, deadline.within(FOR_VERIFYING));
        } catch (ObjectStoreException e) {
            throw new PublishException("%s was not sent: %s".formatted(place(), e.failure()), e);
        }
    }

    private boolean verify(SiteFile status, Revision revision, List<String> warnings, Deadline deadline) {
        try {
            Optional<StoredObject> stored = bucket.read(config.key(), status.bytes().length, deadline);
            if (stored.filter(found -> found.version().seq() > revision.number())
                    .isPresent()) {
                return false;
            }
            List<String> differences = PublicSite.differences(stored, status);
            if (!differences.isEmpty()) {
                throw new PublishException(
                        "%s is not what was sent: %s differ(s)".formatted(place(), String.join(", ", differences)));
            }
        } catch (ObjectStoreException e) {
            warnings.add("status.json was accepted, but not read back: " + e.failure());
        }
        return true;
    }

    /** As every file of the site is sent. */
    static Consumer<PutObjectRequest.Builder> headers(SiteFile file) {
        return request -> request.contentType(file.contentType())
                .cacheControl(file.caching().header());
    }

    private String place() {
        return config.publicUrl().map(Object::toString).orElseGet(() -> bucket.place(config.key()));
    }
}
