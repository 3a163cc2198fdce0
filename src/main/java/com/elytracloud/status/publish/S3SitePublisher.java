package com.elytracloud.status.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import software.amazon.awssdk.services.s3.model.PutObjectRequest;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.ObjectVersion;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.objectstore.VersionedObject;
import com.elytracloud.status.objectstore.VersionedObject.Content;
import com.elytracloud.status.objectstore.VersionedObject.Outcome;
import com.elytracloud.status.objectstore.VersionedObject.SupersededBy;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.PublishException;
import com.elytracloud.status.run.Revision;
import com.elytracloud.status.run.SitePublisher;

/**
 * Uploads the site to a bucket that everyone may read, and checks whether visitors receive it. Later runs in the same
 * process upload {@code status.json} and only those other files that changed.
 */
final class S3SitePublisher implements SitePublisher {
    /** Reserved for {@code status.json} and its verification, however long the other files take. */
    private static final Duration FOR_STATUS = Duration.ofSeconds(7);

    private static final Duration FOR_VERIFYING = Duration.ofSeconds(3);
    /** For a second check of the published revision if the first one got no response. */
    private static final Duration FOR_SECOND_CHECK = Duration.ofSeconds(3);

    private final PublishConfig config;
    private final Bucket bucket;
    private final VersionedObject statusObject;
    private final PublicSite visitors;
    private final SiteAssetUploader companions;
    /** The result of {@link #lastSeq}, for the publication that follows; saves one request. */
    private final AtomicReference<ObjectVersion> seen = new AtomicReference<>();

    S3SitePublisher(
            PublishConfig config,
            Bucket bucket,
            ConditionalWrites conditions,
            PublicSite visitors,
            BoundedExecutor executor) {
        this.config = config;
        this.bucket = bucket;
        this.statusObject = new VersionedObject(bucket, config.key(), conditions, SupersededBy.NEWER);
        this.visitors = visitors;
        this.companions = new SiteAssetUploader(this::putCompanion, executor);
    }

    @Override
    public Reading<Long> lastSeq(Deadline deadline) {
        try {
            ObjectVersion stored = bucket.version(config.key(), deadline);
            seen.set(stored);
            return new Reading.Found<>(stored.seq());
        } catch (ObjectStoreException e) {
            return new Reading.Failed<>(e.failure());
        }
    }

    @Override
    public Published publish(List<SiteFile> files, Revision revision, Deadline deadline) {
        SiteFile status = files.get(files.size() - 1);
        Report report = new Report();
        Optional<ObjectVersion> basis =
                published(report, deadline.keeping(FOR_VERIFYING).within(FOR_SECOND_CHECK));
        if (basis.isPresent() && basis.get().seq() >= revision.number()) {
            return report.superseded(basis.get().seq());
        }
        SiteAssetUploader.Outcome beside =
                companions.send(files.subList(0, files.size() - 1), revision.number(), deadline.keeping(FOR_STATUS));
        report.paths.addAll(beside.paths());
        report.warnings.addAll(beside.warnings());
        if (sendStatus(status, revision, basis, report, deadline) == Outcome.SUPERSEDED) {
            return report.superseded(revision.number());
        }
        report.paths.add(status.path());
        config.publicUrl().flatMap(url -> visitors.doubt(url, status, deadline)).ifPresent(report.warnings::add);
        return report.published();
    }

    // Credentials that may write but not read still publish: not publishing would be worse than an undetected race. If
    // the check failed for another reason, the write requires that there is no object, and checks again if there is
    // one.
    private Optional<ObjectVersion> published(Report report, Deadline deadline) {
        ObjectVersion known = seen.getAndSet(null);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            return Optional.of(bucket.version(config.key(), deadline));
        } catch (ObjectStoreException e) {
            report.warnings.add("nobody knows which run published last: " + e.failure());
            return e.failure().reason() == Reason.FORBIDDEN ? Optional.empty() : Optional.of(ObjectVersion.NONE);
        }
    }

    private void putCompanion(SiteFile file, long seq, Deadline deadline) throws ObjectStoreException {
        Consumer<PutObjectRequest.Builder> numbered = request -> request.metadata(Map.of("seq", Long.toString(seq)));
        bucket.putPublic(
                config.keyBeside(file.path()), file.bytes(), headers(file).andThen(numbered), deadline);
    }

    private Outcome sendStatus(
            SiteFile status, Revision revision, Optional<ObjectVersion> basis, Report report, Deadline deadline) {
        Outcome outcome;
        try {
            Content content = new Content(status.bytes(), revision.number(), true, headers(status));
            Deadline sending = deadline.keeping(FOR_VERIFYING);
            outcome = basis.isPresent()
                    ? statusObject.write(content, basis.get(), sending)
                    : statusObject.overwrite(content, sending);
        } catch (ObjectStoreException e) {
            throw new PublishException("%s was not sent: %s".formatted(place(), e.failure()), e);
        }
        return switch (outcome) {
            case SUPERSEDED -> outcome;
            case WRITTEN -> verify(status, revision, report, deadline);
            case WRITTEN_UNCONDITIONALLY -> {
                report.warnings.add(place() + ": " + ConditionalWrites.REFUSED_BY_STORAGE);
                yield verify(status, revision, report, deadline);
            }
        };
    }

    private Outcome verify(SiteFile status, Revision revision, Report report, Deadline deadline) {
        Optional<StoredObject> stored;
        try {
            stored = bucket.read(config.key(), status.bytes().length, deadline.within(FOR_VERIFYING));
        } catch (ObjectStoreException e) {
            report.warnings.add("status.json was accepted, but not read back: " + e.failure());
            return Outcome.WRITTEN;
        }
        if (stored.map(object -> object.version().seq()).orElse(0L) > revision.number()) {
            return Outcome.SUPERSEDED;
        }
        List<String> differences = PublicSite.differences(stored, status);
        if (!differences.isEmpty()) {
            throw new PublishException(
                    "%s is not what was sent: %s differ(s)".formatted(place(), String.join(", ", differences)));
        }
        return Outcome.WRITTEN;
    }

    /** As every file of the site is sent. */
    static Consumer<PutObjectRequest.Builder> headers(SiteFile file) {
        return request -> request.contentType(file.contentType())
                .cacheControl(file.caching().header());
    }

    private String place() {
        return config.publicUrl().map(Object::toString).orElseGet(() -> bucket.place(config.key()));
    }

    /** What happened so far. */
    private final class Report {
        private final List<String> paths = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

        Published published() {
            return new Published(place(), paths, warnings, false);
        }

        Published superseded(long seq) {
            warnings.add("a run of number %d or later has published already".formatted(seq));
            return new Published(place(), paths, warnings, true);
        }
    }
}
