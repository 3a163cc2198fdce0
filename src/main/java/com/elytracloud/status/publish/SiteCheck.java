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
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.objectstore.StorageAdvice;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;

/** Checks that the site can be written as a run writes it, and that anyone may read it. */
@Singleton
final class SiteCheck implements HealthCheck {
    private static final String BUCKET = "status bucket";
    private static final String HEADERS = "headers of the status bucket";
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
                        ? tryBucket(WriteCheck.testFile(), deadline)
                        : List.of(part().grey(BUCKET, "not tried: settings of the storage are wrong"));
            case FOLDER -> List.of(new WriteCheck(part(), "folder of the site", "OUTPUT_DIR").folder(config.output()));
            case FILE ->
                List.of(new WriteCheck(part(), "folder of the file", "OUTPUT_FILE")
                        .folder(config.output().getParent()));
        };
    }

    private List<DoctorReport> tryBucket(SiteFile test, Deadline deadline) {
        String key = config.keyBeside(test.path());
        return new WriteCheck(part(), BUCKET, NAME)
                .bucket(
                        bucket,
                        key,
                        () -> bucket.put(key, test.bytes(), S3SitePublisher.headers(test), deadline),
                        config.usesAcl()
                                ? "write objects with the ACL public-read (s3:PutObject, s3:PutObjectAcl)"
                                : "write objects (s3:PutObject)",
                        () -> Stream.concat(
                                        Stream.of(headers(test, key, deadline)), readable(test, key, deadline).stream())
                                .toList());
    }

    private DoctorReport headers(SiteFile test, String key, Deadline deadline) {
        try {
            List<String> differences = PublicSite.differences(bucket.read(key, test.bytes().length, deadline), test);
            return differences.isEmpty()
                    ? part().green(HEADERS, "are kept as they are sent")
                    : part().red(
                                    HEADERS,
                                    "not as sent: " + String.join(", ", differences),
                                    "The storage, or a proxy before it, changes what is sent: use its own endpoint in"
                                            + " SPACES_ENDPOINT.");
        } catch (ObjectStoreException e) {
            return part().red(HEADERS, e.failure(), StorageAdvice.on(e.failure(), NAME, "read objects (s3:GetObject)"));
        }
    }

    private List<DoctorReport> readable(SiteFile test, String key, Deadline deadline) {
        boolean hasUrl = config.publicUrl().isPresent();
        Optional<Failure> atUrl = config.publicUrl().flatMap(url -> failure(sibling(url, test), test, deadline));
        DoctorReport received = part().green(READABLE, "an anonymous request received the test object");
        if (hasUrl && atUrl.isEmpty()) {
            return List.of(received, part().green(LEADS_HERE, "the test object was found next to status.json"));
        }
        if (!config.usesAcl()) {
            // The bucket is private, so only the public address can be checked.
            return List.of(atUrl.map(failure -> part().red(
                                    READABLE,
                                    failure,
                                    "With STATUS_BUCKET_ACL=none the CDN at STATUS_PUBLIC_URL must be allowed to read"
                                            + " STATUS_BUCKET (CloudFront: origin access control and the policy of the"
                                            + " bucket)."))
                    .orElse(part().grey(
                                    READABLE, "not known: STATUS_PUBLIC_URL is not set, and the bucket is private")));
        }
        Optional<Failure> inBucket = failure(bucket.address(key), test, deadline);
        DoctorReport readable = inBucket.map(failure -> part().red(
                                READABLE,
                                failure,
                                "The object was sent with the ACL public-read and is yet hidden: allow ACLs on the"
                                        + " objects of STATUS_BUCKET (\"block public access\" off), and let the key set"
                                        + " them."))
                .orElse(received);
        if (!hasUrl) {
            return List.of(readable, part().grey(LEADS_HERE, "it is not set"));
        }
        return List.of(
                readable,
                inBucket.isPresent()
                        ? part().grey(LEADS_HERE, "not known while the bucket is not readable")
                        : part().red(
                                        LEADS_HERE,
                                        atUrl.get(),
                                        "The bucket shows the test object to everyone, this address does not: correct"
                                                + " STATUS_PUBLIC_URL, or where its DNS name and CDN lead."));
    }

    private static URI sibling(URI statusJson, SiteFile test) {
        return statusJson.getRawPath().isEmpty()
                ? URI.create(statusJson + "/" + test.path())
                : statusJson.resolve(test.path());
    }

    private Optional<Failure> failure(URI address, SiteFile test, Deadline deadline) {
        return visitor.visit(address, Map.of(), deadline.within(VISIT))
                .fold(
                        answer -> answer.status() != 200
                                ? Optional.of(new Failure(Reason.NOT_FOUND, "answered " + answer.status()))
                                : Arrays.equals(answer.bytes(), test.bytes())
                                        ? Optional.<Failure>empty()
                                        : Optional.of(new Failure(Reason.UNREADABLE, "another file was given")),
                        Optional::<Failure>empty,
                        Optional::of);
    }
}
