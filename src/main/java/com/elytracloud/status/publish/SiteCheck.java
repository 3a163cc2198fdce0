package com.elytracloud.status.publish;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;

/** Checks that the site can be written as a run writes it, and that anyone may read it. */
@Singleton
record SiteCheck(PublishConfig config, SpacesConfig storage, ObjectStore store, AnonymousHttp visitor)
        implements HealthCheck {
    private static final String BUCKET = "status bucket";
    private static final String READABLE = "readable by everyone";
    private static final Duration VISIT = Duration.ofSeconds(3);

    @Override
    public Part part() {
        return Part.SITE;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        if (!config.problems().isEmpty()) {
            return List.of(part().skipped("place of the site", "not tried: its settings are wrong"));
        }
        return switch (config.target()) {
            case BUCKET ->
                storage.problems().isEmpty()
                        ? bucket(WriteCheck.testFile(), deadline)
                        : List.of(part().skipped(BUCKET, "not tried: settings of the storage are wrong"));
            case FOLDER -> List.of(new WriteCheck(part(), "folder of the site", "OUTPUT_DIR").folder(config.output()));
            case FILE ->
                List.of(new WriteCheck(part(), "folder of the file", "OUTPUT_FILE")
                        .folder(config.output().getParent()));
        };
    }

    private List<DoctorReport> bucket(SiteFile test, Deadline deadline) {
        Bucket bucket = new Bucket(store, config.bucket(), config.usesAcl());
        String key = config.keyBeside(test.path());
        String need = "write and read objects (s3:PutObject, s3:GetObject%s)"
                .formatted(config.usesAcl() ? ", s3:PutObjectAcl for the ACL public-read" : "");
        return new WriteCheck(part(), BUCKET, "STATUS_BUCKET")
                .bucket(
                        bucket,
                        key,
                        need,
                        rows -> bucket.putPublic(key, test.bytes(), S3SitePublisher.headers(test), deadline),
                        rows -> {
                            rows.add(headers(bucket, key, test, deadline));
                            rows.add(readable(bucket.address(key), test, deadline));
                        });
    }

    private DoctorReport headers(Bucket bucket, String key, SiteFile test, Deadline deadline)
            throws ObjectStoreException {
        List<String> changed = PublicSite.differences(bucket.read(key, test.bytes().length, deadline), test);
        return part().require(
                        changed.isEmpty(),
                        "headers of the status bucket",
                        changed.isEmpty() ? "are kept as they are sent" : "not as sent: " + String.join(", ", changed),
                        "The storage, or a proxy before it, changes what is sent: use its own endpoint in"
                                + " SPACES_ENDPOINT.");
    }

    // At the public address; if it is not there, in the bucket, which shows who hides it.
    private DoctorReport readable(URI inBucket, SiteFile test, Deadline deadline) {
        Optional<String> atUrl = config.publicUrl().flatMap(url -> refusal(sibling(url, test), test, deadline));
        if (config.publicUrl().isPresent() && atUrl.isEmpty()) {
            return part().ok(READABLE, "an anonymous request received the test object next to status.json");
        }
        if (!config.usesAcl()) {
            return atUrl.map(seen -> part().fail(
                                    READABLE,
                                    seen,
                                    "With STATUS_BUCKET_ACL=none the CDN at STATUS_PUBLIC_URL must be allowed to read"
                                            + " STATUS_BUCKET (CloudFront: origin access control and the bucket's"
                                            + " policy)."))
                    .orElse(part().skipped(
                                    READABLE, "not known: STATUS_PUBLIC_URL is not set, and the bucket is private"));
        }
        Optional<String> refusal = refusal(inBucket, test, deadline);
        if (refusal.isPresent()) {
            return part().fail(
                            READABLE,
                            refusal.get(),
                            "The object was sent with the ACL public-read and is yet hidden: allow ACLs on the objects of"
                                    + " STATUS_BUCKET (\"block public access\" off), and let the key set them.");
        }
        return atUrl.map(seen -> part().fail(
                                READABLE,
                                "in the bucket, but not at STATUS_PUBLIC_URL: " + seen,
                                "Correct STATUS_PUBLIC_URL, or where its DNS name and CDN lead."))
                .orElse(part().ok(READABLE, "an anonymous request received the test object from the bucket"));
    }

    private static URI sibling(URI statusJson, SiteFile test) {
        return statusJson.getRawPath().isEmpty()
                ? URI.create(statusJson + "/" + test.path())
                : statusJson.resolve(test.path());
    }

    /** Why an anonymous request does not receive the test object; empty if it does. */
    private Optional<String> refusal(URI address, SiteFile test, Deadline deadline) {
        return visitor.visit(address, Map.of(), deadline.within(VISIT))
                .fold(
                        visit -> visit.status() == 200 && Arrays.equals(visit.bytes(), test.bytes())
                                ? Optional.<String>empty()
                                : Optional.of("answered %d, not the test object".formatted(visit.status())),
                        Optional::<String>empty,
                        failure -> Optional.of(failure.toString()));
    }
}
