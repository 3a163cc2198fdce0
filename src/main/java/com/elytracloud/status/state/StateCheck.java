package com.elytracloud.status.state;

import java.time.Duration;
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
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.publish.PublishConfig;
import com.elytracloud.status.publish.WriteCheck;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.Deadline;
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
final class StateCheck implements HealthCheck {
    private static final String STATE = "state";
    private static final String PRIVATE = "state is private";
    private static final String CONDITIONS = "conditional writes";
    private static final String BOTH_MAY_WIN = ": of two runs at the same moment both may win";
    private static final Duration REQUEST = Duration.ofSeconds(5);

    private final StateConfig config;
    private final PublishConfig site;
    private final SpacesConfig storage;
    private final PrivateStores stores;
    private final AnonymousHttp visitor;

    StateCheck(
            StateConfig config, PublishConfig site, SpacesConfig storage, PrivateStores stores, AnonymousHttp visitor) {
        this.config = config;
        this.site = site;
        this.storage = storage;
        this.stores = stores;
        this.visitor = visitor;
    }

    @Override
    public Part part() {
        return Part.STATE;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        boolean isSiteConfigured =
                site.problems().isEmpty() && storage.problems().isEmpty();
        if (!config.problems().isEmpty() || (config.place() == Place.BESIDE_SITE && !isSiteConfigured)) {
            return List.of(part().grey(STATE, "not checked: its settings are wrong"));
        }
        List<DoctorReport> rows = new ArrayList<>(List.of(read(deadline)));
        if (config.place() == Place.FOLDER) {
            rows.add(new WriteCheck(part(), "folder of the state", "STATE_DIR").folder(config.folder()));
        } else {
            rows.addAll(tryBucket(stores.bucket(), deadline));
        }
        return rows;
    }

    // Not by the state store, which keeps aside what it cannot understand.
    private DoctorReport read(Deadline deadline) {
        try {
            return stores.store()
                    .read(config.name(), deadline)
                    .map(this::understand)
                    .orElseGet(() -> part().green(STATE, "there is none yet; the first run writes it"));
        } catch (ObjectStoreException e) {
            return part().red(
                            STATE,
                            e.failure(),
                            config.place() == Place.FOLDER
                                    ? "Let the account of this program read the folder of STATE_DIR."
                                    : StorageAdvice.on(
                                            e.failure(),
                                            variable(),
                                            "read and list objects (s3:GetObject, s3:ListBucket)"));
        }
    }

    private DoctorReport understand(StoredObject found) {
        Stored parsed = JsonStateStore.parse(found.bytes());
        return switch (parsed.condition()) {
            case FOUND, MISSING ->
                part().green(
                                STATE,
                                "revision %d of %s"
                                        .formatted(
                                                parsed.state().seq(),
                                                parsed.state().writtenAt()));
            case CORRUPT, UNAVAILABLE ->
                part().red(
                                STATE,
                                parsed.warning(),
                                "Find out what else writes to %s. The next run keeps these bytes aside and starts again."
                                        .formatted(variable()));
            case NEWER ->
                part().amber(
                                STATE,
                                parsed.warning(),
                                "Deploy the later version again, or give this one a STATE_KEY of its own.");
        };
    }

    private List<DoctorReport> tryBucket(Bucket bucket, Deadline deadline) {
        SiteFile test = WriteCheck.testFile();
        String key = config.keyBeside(test.path());
        return new WriteCheck(part(), "bucket of the state", variable())
                .bucket(
                        bucket,
                        key,
                        () -> bucket.put(key, test.bytes(), request -> {}, deadline),
                        "write objects (s3:PutObject)",
                        () -> List.of(hidden(bucket, key, deadline), conditions(bucket, key, deadline)));
    }

    private DoctorReport hidden(Bucket bucket, String key, Deadline deadline) {
        return visitor.visit(bucket.address(key), Map.of(), deadline.within(REQUEST))
                .fold(
                        visit -> visit.status() == 200
                                ? part().red(
                                                PRIVATE,
                                                "an anonymous request was given a private object",
                                                "Remove the policy of %s that lets everyone read it, or set STATE_BUCKET"
                                                                .formatted(variable())
                                                        + " to another bucket.")
                                : part().green(PRIVATE, "an anonymous request is answered " + visit.status()),
                        () -> part().grey(PRIVATE, "not known"),
                        failure -> part().grey(PRIVATE, "not known: " + failure.reason()));
    }

    // Whether the storage honours conditions in the configured form, and if not, in which form it would.
    private DoctorReport conditions(Bucket bucket, String key, Deadline deadline) {
        ConditionalWrites form = stores.conditions();
        String seen = form == ConditionalWrites.OFF
                ? "are off"
                : "If-Match in the form %s is refused or ignored".formatted(form.word());
        try {
            if (form.isHonoured(bucket, key, deadline)) {
                return part().green(CONDITIONS, "If-Match is honoured in the form " + form.word());
            }
            String advice = "Set STATE_CONDITIONAL_WRITES=off, or better set STATE_BUCKET to a bucket of a storage that"
                    + " honours conditions (AWS S3 does).";
            for (ConditionalWrites other : ConditionalWrites.values()) {
                if (other != form && other.isHonoured(bucket, key, deadline)) {
                    advice = "Set STATE_CONDITIONAL_WRITES=%s: this storage honours it.".formatted(other.word());
                }
            }
            return form == ConditionalWrites.OFF
                    ? part().amber(CONDITIONS, seen + BOTH_MAY_WIN, advice)
                    : part().red(CONDITIONS, seen + BOTH_MAY_WIN, advice);
        } catch (ObjectStoreException e) {
            return part().grey(CONDITIONS, "not known: " + e.failure());
        }
    }

    private String variable() {
        return switch (config.place()) {
            case BESIDE_SITE -> "STATUS_BUCKET";
            case OWN_BUCKET -> "STATE_BUCKET";
            case FOLDER -> "STATE_DIR";
        };
    }
}
