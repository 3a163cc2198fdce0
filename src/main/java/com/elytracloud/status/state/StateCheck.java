package com.elytracloud.status.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.objectstore.StorageAdvice;
import com.elytracloud.status.publish.PublishConfig;
import com.elytracloud.status.publish.WriteCheck;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;
import com.elytracloud.status.run.StateStore.Stored;
import com.elytracloud.status.state.PrivateStore.Found;
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
    private static final String NEED = "list, read and write objects (s3:ListBucket, s3:GetObject, s3:PutObject)";

    @Override
    public Part part() {
        return Part.STATE;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        boolean isSiteConfigured =
                site.problems().isEmpty() && storage.problems().isEmpty();
        if (!config.problems().isEmpty() || (config.place() == Place.BESIDE_SITE && !isSiteConfigured)) {
            return List.of(part().skipped(STATE, "not tried: its settings are wrong"));
        }
        List<DoctorReport> rows = new ArrayList<>(List.of(read(deadline)));
        if (config.place() == Place.FOLDER) {
            rows.add(new WriteCheck(part(), "folder of the state", variable()).folder(config.folder()));
            return rows;
        }
        Bucket bucket = stores.bucket();
        SiteFile test = WriteCheck.testFile();
        String key = config.keyBeside(test.path());
        rows.addAll(new WriteCheck(part(), "bucket of the state", variable())
                .bucket(
                        bucket,
                        key,
                        NEED,
                        added -> bucket.putPrivate(key, test.bytes(), request -> {}, deadline),
                        added -> {
                            added.add(conditions(bucket, key, deadline));
                            added.add(hidden(bucket, key, deadline));
                        }));
        return rows;
    }

    // Not by the state store, which keeps aside what it cannot understand.
    private DoctorReport read(Deadline deadline) {
        try {
            return stores.store()
                    .read(config.name(), deadline)
                    .map(this::understand)
                    .orElseGet(() -> part().ok(STATE, "there is none yet; the first run writes it"));
        } catch (ObjectStoreException e) {
            String advice = config.place() == Place.FOLDER
                    ? "Let the account of this program read the folder of STATE_DIR."
                    : StorageAdvice.on(e.failure(), variable(), NEED);
            return part().fail(STATE, e.failure(), advice);
        }
    }

    private DoctorReport understand(Found found) {
        Stored parsed = StateJson.parse(found.bytes());
        return switch (parsed.condition()) {
            case FOUND, MISSING ->
                part().ok(
                                STATE,
                                "revision %d of %s"
                                        .formatted(
                                                parsed.state().seq(),
                                                parsed.state().writtenAt()));
            case CORRUPT, UNAVAILABLE ->
                part().fail(
                                STATE,
                                parsed.warning(),
                                "Find out what else writes to %s. The next run keeps these bytes aside and starts again."
                                        .formatted(variable()));
            case NEWER ->
                part().warn(
                                STATE,
                                parsed.warning(),
                                "Deploy the later version again, or give this one a STATE_KEY of its own.");
        };
    }

    private DoctorReport hidden(Bucket bucket, String key, Deadline deadline) {
        return visitor.visit(bucket.address(key), Map.of(), deadline)
                .fold(
                        visit -> part().require(
                                        visit.status() != 200,
                                        PRIVATE,
                                        "an anonymous request is answered " + visit.status(),
                                        "Remove the policy of %s that lets everyone read it, or set STATE_BUCKET to another bucket."
                                                .formatted(variable())),
                        () -> part().skipped(PRIVATE, "not known"),
                        failure -> part().skipped(PRIVATE, "not known: " + failure.reason()));
    }

    // Whether the storage honours conditions in the configured form, and if not, in which form it would.
    private DoctorReport conditions(Bucket bucket, String key, Deadline deadline) throws ObjectStoreException {
        ConditionalWrites form = stores.conditions();
        if (form.isHonoured(bucket, key, deadline)) {
            return part().ok(CONDITIONS, "If-Match is honoured in the form " + form.word());
        }
        String advice = "Set STATE_CONDITIONAL_WRITES=off, or better set STATE_BUCKET to a bucket of a storage that"
                + " honours conditions (AWS S3 does).";
        for (ConditionalWrites other : ConditionalWrites.values()) {
            if (other != form && other.isHonoured(bucket, key, deadline)) {
                advice = "Set STATE_CONDITIONAL_WRITES=%s: this storage honours it.".formatted(other.word());
            }
        }
        String seen = "%s: of two runs at the same moment both may win";
        return form == ConditionalWrites.OFF
                ? part().warn(CONDITIONS, seen.formatted("are off"), advice)
                : part().fail(
                                CONDITIONS,
                                seen.formatted("If-Match in the form %s is refused or ignored".formatted(form.word())),
                                advice);
    }

    private String variable() {
        return switch (config.place()) {
            case BESIDE_SITE -> "STATUS_BUCKET";
            case OWN_BUCKET -> "STATE_BUCKET";
            case FOLDER -> "STATE_DIR";
        };
    }
}
