package com.elytracloud.status.publish;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.objectstore.StorageAdvice;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;

/** Checks that the site can be written as a run writes it, and that anyone may read it. */
@Singleton
final class SiteCheck implements HealthCheck {
    private static final String BUCKET = "status bucket";
    private static final String KEPT = "headers of the status bucket";
    private static final String READABLE = "readable by everyone";
    private static final String LEADS_HERE = "STATUS_PUBLIC_URL leads to the bucket";
    private static final String NAME = "STATUS_BUCKET";

    private static final Duration VISIT = Duration.ofSeconds(5);

    private final PublishConfig config;
    private final SpacesConfig storage;
    private final Bucket bucket;
    private final AnonymousHttp visitor;

    SiteCheck(PublishConfig config, SpacesConfig storage, ObjectStore store, AnonymousHttp visitor) {
        this.config = config;
        this.storage = storage;
        this.bucket = new Bucket(store, config.bucket(), config.usesAcl());
        this.visitor = visitor;
    }

    @Override
    public Part part() {
        return Part.SITE;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        if (!config.problems().isEmpty()) {
            return List.of(part().grey("place of the site", "not tried: its settings are wrong"));
        }
        return switch (config.target()) {
            case BUCKET ->
                storage.problems().isEmpty()
                        ? tryBucket(ProbeObject.next(), deadline)
                        : List.of(part().grey(BUCKET, "not tried: settings of the storage are wrong"));
            case FOLDER -> List.of(FolderProbe.write(config.output(), part(), "folder of the site", "OUTPUT_DIR"));
            case FILE ->
                List.of(FolderProbe.write(config.output().getParent(), part(), "folder of the file", "OUTPUT_FILE"));
        };
    }

    private List<DoctorReport> tryBucket(SiteFile probe, Deadline deadline) {
        String key = ProbeObject.beside(config.key(), probe);
        return new BucketProbe(bucket, key, part(), BUCKET, NAME)
                .tryOut(
                        () -> bucket.putPublic(key, probe.bytes(), S3SitePublisher.headers(probe), deadline),
                        config.usesAcl()
                                ? "write objects with the ACL public-read (s3:PutObject, s3:PutObjectAcl)"
                                : "write objects (s3:PutObject)",
                        () -> Stream.concat(Stream.of(kept(probe, key, deadline)), seen(probe, key, deadline).stream())
                                .toList());
    }

    private DoctorReport kept(SiteFile probe, String key, Deadline deadline) {
        try {
            Optional<StoredObject> stored = bucket.read(key, probe.bytes().length, deadline);
            List<String> differences =
                    stored.map(object -> Differences.of(object, probe)).orElse(List.of("everything"));
            return differences.isEmpty()
                    ? part().green(KEPT, "are kept as they are sent")
                    : part().red(
                                    KEPT,
                                    "not as sent: " + String.join(", ", differences),
                                    "The storage, or a proxy before it, changes what is sent: use its own endpoint in"
                                            + " SPACES_ENDPOINT.");
        } catch (ObjectStoreException e) {
            return part().red(KEPT, e.failure(), StorageAdvice.on(e.failure(), NAME, "read objects (s3:GetObject)"));
        }
    }

    private List<DoctorReport> seen(SiteFile probe, String key, Deadline deadline) {
        Optional<URI> beside = config.publicUrl().map(url -> sibling(url, probe));
        Optional<Failure> atPublicUrl =
                beside.map(url -> failure(url, probe, deadline)).orElse(Optional.empty());
        if (beside.isPresent() && atPublicUrl.isEmpty()) {
            return List.of(
                    part().green(READABLE, "an anonymous request received the test object"),
                    part().green(LEADS_HERE, "the test object was found next to status.json"));
        }
        if (!config.usesAcl()) {
            return List.of(readableByCdn(beside.isPresent(), atPublicUrl));
        }
        DoctorReport readable = failure(bucket.address(key), probe, deadline)
                .map(this::hidden)
                .orElseGet(() -> part().green(READABLE, "an anonymous request received the test object"));
        return List.of(readable, leadsHere(readable, beside, atPublicUrl));
    }

    // The bucket is private, so only the public address can be checked.
    private DoctorReport readableByCdn(boolean hasPublicUrl, Optional<Failure> failure) {
        return hasPublicUrl
                ? part().red(
                                READABLE,
                                failure.orElseThrow(),
                                "With STATUS_BUCKET_ACL=none the CDN at STATUS_PUBLIC_URL must be allowed to read STATUS_BUCKET"
                                        + " (CloudFront: origin access control and the policy of the bucket).")
                : part().grey(READABLE, "not known: STATUS_PUBLIC_URL is not set, and the bucket is private");
    }

    private DoctorReport hidden(Failure failure) {
        return part().red(
                        READABLE,
                        failure,
                        "The object was sent with the ACL public-read and is yet hidden: allow ACLs on the objects of"
                                + " STATUS_BUCKET (\"block public access\" off), and let the key set them.");
    }

    private DoctorReport leadsHere(DoctorReport readable, Optional<URI> beside, Optional<Failure> failure) {
        if (beside.isEmpty()) {
            return part().grey(LEADS_HERE, "it is not set");
        }
        return readable.verdict() == DoctorReport.Verdict.GREEN
                ? part().red(
                                LEADS_HERE,
                                failure.orElseThrow(),
                                "The bucket shows the probe to everyone, this address does not: correct"
                                        + " STATUS_PUBLIC_URL, or where its DNS name and CDN lead.")
                : part().grey(LEADS_HERE, "not known while the bucket is not readable");
    }

    private static URI sibling(URI statusJson, SiteFile probe) {
        return statusJson.getRawPath().isEmpty()
                ? URI.create(statusJson + "/" + probe.path())
                : statusJson.resolve(probe.path());
    }

    private Optional<Failure> failure(URI address, SiteFile probe, Deadline deadline) {
        Reading<Visit> visit = visitor.visit(address, Map.of(), deadline.within(VISIT));
        return visit.fold(
                answer -> {
                    if (answer.status() != 200) {
                        return Optional.of(new Failure(Reason.NOT_FOUND, "answered " + answer.status()));
                    }
                    return Arrays.equals(answer.bytes(), probe.bytes())
                            ? Optional.<Failure>empty()
                            : Optional.of(new Failure(Reason.UNREADABLE, "another file was given"));
                },
                Optional::<Failure>empty,
                Optional::of);
    }
}
