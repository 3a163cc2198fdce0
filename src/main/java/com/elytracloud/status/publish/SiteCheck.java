package com.elytracloud.status.publish;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStore;
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
    public DoctorReport examine(DoctorReport report) {
        if (!config.problems().isEmpty()) {
            return report.skipped("place of the site", "its settings are wrong");
        }
        return switch (config.target()) {
            case BUCKET ->
                storage.problems().isEmpty()
                        ? bucket(report)
                        : report.skipped(BUCKET, "settings of the storage are wrong");
            case FOLDER -> new WriteCheck(report, "folder of the site", "OUTPUT_DIR").folder(config.output());
            case FILE ->
                new WriteCheck(report, "folder of the file", "OUTPUT_FILE")
                        .folder(config.output().getParent());
        };
    }

    private DoctorReport bucket(DoctorReport report) {
        Bucket bucket = new Bucket(store, config.bucket(), config.usesAcl());
        SiteFile test = WriteCheck.testFile();
        String key = config.keyBeside(test.path());
        String need = "write and read objects (s3:PutObject, s3:GetObject%s)"
                .formatted(config.usesAcl() ? ", s3:PutObjectAcl for the ACL public-read" : "");
        return new WriteCheck(report, BUCKET, "STATUS_BUCKET")
                .bucket(
                        bucket,
                        key,
                        need,
                        () -> bucket.put(key, test.bytes(), S3SitePublisher.headers(test), report.deadline()),
                        () -> {
                            List<String> changed = PublicSite.differences(
                                    bucket.read(key, test.bytes().length, report.deadline()), test);
                            report.require(
                                    changed.isEmpty(),
                                    "headers of the status bucket",
                                    "changed by the storage: " + changed,
                                    "site.headers");
                            readable(report, bucket.address(key), test);
                        });
    }

    // At the public address; if it is not there, in the bucket, which shows who hides it.
    private DoctorReport readable(DoctorReport report, URI inBucket, SiteFile test) {
        Optional<URI> url = config.publicUrl().map(statusJson -> statusJson.resolve(test.path()));
        Optional<String> atUrl = url.flatMap(address -> refusal(address, test, report.deadline()));
        if (url.isPresent() && atUrl.isEmpty()) {
            return report.ok(READABLE, "an anonymous request received the test object next to status.json");
        }
        if (!config.usesAcl()) {
            return url.isEmpty()
                    ? report.skipped(READABLE, "STATUS_PUBLIC_URL is not set, and the bucket is private")
                    : report.fail(READABLE, atUrl.get(), "site.private");
        }
        Optional<String> refusal = refusal(inBucket, test, report.deadline());
        if (refusal.isPresent()) {
            return report.fail(READABLE, refusal.get(), "site.acl");
        }
        return report.require(
                url.isEmpty(),
                READABLE,
                "in the bucket; at STATUS_PUBLIC_URL: " + atUrl.orElse("it is not set"),
                "site.url");
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
