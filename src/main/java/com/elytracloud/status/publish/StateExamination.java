package com.elytracloud.status.publish;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.SpacesConfig;
import com.elytracloud.status.objectstore.StorageAdvice;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.publish.StateConfig.Place;
import com.elytracloud.status.publish.StateJson.Parsed;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.Diagnosis;
import com.elytracloud.status.run.Diagnosis.Part;
import com.elytracloud.status.run.Examination;
import com.elytracloud.status.run.Visitor;

/** Whether the memory of the runs can be read, is private, and lets no older run win; the memory itself is only read. */
@Singleton
final class StateExamination implements Examination {
    private static final String STATE = "state";
    private static final String PRIVATE = "state is private";

    private static final Duration VISIT = Duration.ofSeconds(5);

    private final StateConfig config;
    private final PublishConfig site;
    private final SpacesConfig storage;
    private final StateStores stores;
    private final Visitor visitor;

    StateExamination(
            StateConfig config, PublishConfig site, SpacesConfig storage, StateStores stores, Visitor visitor) {
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
    public List<Diagnosis> examine(Instant now, Deadline deadline) {
        if (config.place() == Place.FOLDER) {
            return config.problems().isEmpty() ? inFolder() : notTried();
        }
        boolean isConfigured = config.problems().isEmpty()
                && (config.place() != Place.BESIDE_SITE
                        || (site.problems().isEmpty() && storage.problems().isEmpty()));
        return isConfigured ? inBucket(stores.bucket(), deadline) : notTried();
    }

    private List<Diagnosis> notTried() {
        return List.of(part().grey(STATE, "not tried: its settings are wrong"));
    }

    private List<Diagnosis> inFolder() {
        return List.of(
                inFolder(new PrivateFolder(config.folder())),
                FolderProbe.write(config.folder(), part(), "folder of the state", "STATE_DIR"));
    }

    private Diagnosis inFolder(PrivateFolder folder) {
        try {
            return understand(folder.read(FolderStateStore.STATE, StateJson.MOST_BYTES));
        } catch (IOException e) {
            return part().red(
                            STATE,
                            "cannot be read: " + FileFailures.reason(e),
                            "Let the account of this program read the folder of STATE_DIR.");
        }
    }

    private List<Diagnosis> inBucket(Bucket bucket, Deadline deadline) {
        SiteFile probe = ProbeObject.next();
        String key = ProbeObject.beside(config.key(), probe);
        List<Diagnosis> rows = new ArrayList<>();
        rows.add(read(bucket, deadline));
        rows.addAll(new BucketProbe(bucket, key, part(), "bucket of the state", variable())
                .tryOut(
                        () -> bucket.putPrivate(key, probe.bytes(), request -> {}, deadline),
                        "write objects (s3:PutObject)",
                        () -> List.of(
                                hidden(bucket, key, deadline),
                                new ConditionExamination(bucket, key).examine(stores.conditions(), deadline))));
        return rows;
    }

    // Not by the store: that puts aside what it cannot understand.
    private Diagnosis read(Bucket bucket, Deadline deadline) {
        try {
            return understand(
                    bucket.read(config.key(), StateJson.MOST_BYTES, deadline).map(StoredObject::bytes));
        } catch (ObjectStoreException e) {
            return part().red(
                            STATE,
                            e.failure(),
                            StorageAdvice.on(
                                    e.failure().reason(),
                                    variable(),
                                    "read and list objects (s3:GetObject, s3:ListBucket)"));
        }
    }

    private Diagnosis understand(Optional<byte[]> bytes) {
        if (bytes.isEmpty()) {
            return part().green(STATE, "there is none yet; the first run makes it");
        }
        Parsed parsed = StateJson.parse(bytes.get());
        return switch (parsed.condition()) {
            case FOUND, MISSING ->
                part().green(
                                STATE,
                                "number %d, of %s"
                                        .formatted(
                                                parsed.state().seq(),
                                                parsed.state().writtenAt()));
            case CORRUPT, UNAVAILABLE ->
                part().red(
                                STATE,
                                parsed.remark(),
                                "Find out what else writes to %s; the next run puts these bytes aside and begins anew."
                                        .formatted(variable()));
            case NEWER ->
                part().amber(
                                STATE,
                                parsed.remark(),
                                "Deploy the later version again, or give this one a STATE_KEY of" + " its own.");
        };
    }

    private Diagnosis hidden(Bucket bucket, String key, Deadline deadline) {
        return visitor.visit(bucket.address(key), Map.of(), deadline.within(VISIT))
                .fold(
                        visit -> visit.status() == 200
                                ? part().red(
                                                PRIVATE,
                                                "a visitor without a key was given a private object",
                                                "Take the policy off %s that lets everyone read it, or name another"
                                                                .formatted(variable())
                                                        + " bucket in STATE_BUCKET.")
                                : part().green(PRIVATE, "a visitor without a key is answered " + visit.status()),
                        () -> part().grey(PRIVATE, "not known"),
                        failure -> part().grey(PRIVATE, "not known: " + failure.reason()));
    }

    private String variable() {
        return config.place() == Place.BESIDE_SITE ? "STATUS_BUCKET" : "STATE_BUCKET";
    }
}
