package com.elytracloud.status.state;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.publish.PublishConfig;
import com.elytracloud.status.publish.WriteCheck;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;
import com.elytracloud.status.run.StateStore.Stored;
import com.elytracloud.status.state.StateConfig.Place;

/**
 * Checks that the state can be read and written, is private, and cannot be overwritten by an older run. The state
 * itself is only read.
 */
@Singleton
record StateCheck(
        StateConfig config, PublishConfig site, SpacesConfig storage, PrivateStores stores, AnonymousHttp visitor)
        implements HealthCheck {
    private static final String STATE = "state";
    private static final String PRIVATE = "state is private";
    private static final String CONDITIONS = "conditional writes";
    private static final Duration VISIT = Duration.ofSeconds(3);
    private static final String NEED = "list, read and write objects (s3:ListBucket, s3:GetObject, s3:PutObject)";

    @Override
    public Part part() {
        return Part.STATE;
    }

    @Override
    public DoctorReport examine(DoctorReport report) {
        boolean isSiteConfigured =
                site.problems().isEmpty() && storage.problems().isEmpty();
        if (!config.problems().isEmpty() || (config.place() == Place.BESIDE_SITE && !isSiteConfigured)) {
            return report.skipped(STATE, "its settings are wrong");
        }
        read(report);
        if (config.place() == Place.FOLDER) {
            return new WriteCheck(report, "folder of the state", config.place().variable).folder(config.folder());
        }
        Bucket bucket = stores.bucket();
        SiteFile test = WriteCheck.testFile();
        String key = config.keyBeside(test.path());
        return new WriteCheck(report, "bucket of the state", config.place().variable)
                .bucket(
                        bucket,
                        key,
                        NEED,
                        () -> bucket.put(key, test.bytes(), request -> {}, report.deadline()),
                        () -> {
                            hidden(report, bucket.address(key));
                            conditions(report, bucket, key);
                        });
    }

    // Not by the state store, which keeps aside what it cannot understand.
    private DoctorReport read(DoctorReport report) {
        try {
            Optional<StoredObject> found = stores.store().read(config.name(), report.deadline());
            return found.isEmpty()
                    ? report.ok(STATE, "there is none yet; the first run writes it")
                    : understand(report, JsonStateStore.parse(found.get().bytes()));
        } catch (ObjectStoreException e) {
            String advice = config.place() == Place.FOLDER ? "state.folder" : "storage.failure";
            return report.fail(STATE, e.failure(), advice, config.place().variable, NEED);
        }
    }

    private DoctorReport understand(DoctorReport report, Stored parsed) {
        return switch (parsed.condition()) {
            case FOUND, MISSING ->
                report.ok(
                        STATE,
                        "revision %d of %s"
                                .formatted(parsed.state().seq(), parsed.state().writtenAt()));
            case CORRUPT, UNAVAILABLE -> report.fail(STATE, parsed.warning(), "state.corrupt", config.place().variable);
            case NEWER -> report.warn(STATE, parsed.warning(), "state.newer");
        };
    }

    private void hidden(DoctorReport report, URI address) {
        visitor.visit(address, Map.of(), report.deadline().within(VISIT))
                .fold(
                        visit -> report.require(
                                visit.status() != 200,
                                PRIVATE,
                                "an anonymous request is answered " + visit.status(),
                                "state.public",
                                config.place().variable),
                        () -> report,
                        failure -> report.skipped(PRIVATE, "not known: " + failure.reason()));
    }

    // Whether the storage honours conditions in the configured form, and if not, in which form it would.
    private DoctorReport conditions(DoctorReport report, Bucket bucket, String key) throws ObjectStoreException {
        ConditionalWrites form = stores.conditions();
        if (form.isHonoured(bucket, key, report.deadline())) {
            return report.ok(CONDITIONS, "If-Match is honoured in the form " + form.word());
        }
        String advice = "state.conditions";
        String better = "";
        for (ConditionalWrites other : ConditionalWrites.values()) {
            if (other != form && other.isHonoured(bucket, key, report.deadline())) {
                advice = "state.form";
                better = other.word();
            }
        }
        String seen = "%s: of two runs at the same moment both may win";
        return form == ConditionalWrites.OFF
                ? report.warn(CONDITIONS, seen.formatted("are off"), advice, better)
                : report.fail(
                        CONDITIONS,
                        seen.formatted("If-Match in the form %s is refused or ignored".formatted(form.word())),
                        advice,
                        better);
    }
}
