package com.elytracloud.status.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.objectstore.ContestedObject;
import com.elytracloud.status.objectstore.ContestedObject.Content;
import com.elytracloud.status.objectstore.ContestedObject.GivesWay;
import com.elytracloud.status.objectstore.Mark;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.publish.StateJson.Parsed;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.StateStore;

/** Keeps the state as a private object of a bucket. */
final class S3StateStore implements StateStore {
    private static final String JSON = "application/json";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Bucket bucket;
    private final String key;
    private final ContestedObject object;

    S3StateStore(Bucket bucket, String key, ConditionalWrites conditions) {
        this.bucket = bucket;
        this.key = key;
        this.object = new ContestedObject(bucket, key, conditions, GivesWay.TO_ANY_OTHER);
    }

    /** The name under which what cannot be understood is kept, by the instant it was written at. */
    static String nameAside(Instant writtenAt) {
        return "state.corrupt-%s.json".formatted(STAMP.format(writtenAt));
    }

    @Override
    public Stored read(Deadline deadline) {
        try {
            Optional<StoredObject> found = bucket.read(key, StateJson.MOST_KEPT_BYTES, deadline);
            return found.isEmpty()
                    ? new Stored(Condition.MISSING, RunState.FIRST, "", "")
                    : understand(found.get(), deadline);
        } catch (ObjectStoreException e) {
            String hint = e.failure().reason() == Reason.FORBIDDEN
                    ? " (AWS answers so for an object that is not there, unless s3:ListBucket is granted)"
                    : "";
            return new Stored(Condition.UNAVAILABLE, RunState.FIRST, "", e.failure() + hint);
        }
    }

    @Override
    public Written write(RunState next, Stored basis, Deadline deadline) {
        return switch (basis.condition()) {
            case FOUND, MISSING, CORRUPT -> replace(next, Version.parse(basis.version()), deadline);
            case NEWER -> new Written(Result.NOT_WRITTEN, bucket.place(key) + " was left alone");
            case UNAVAILABLE ->
                new Written(Result.NOT_WRITTEN, bucket.place(key) + " was not read, so nothing may take its place");
        };
    }

    private Stored understand(StoredObject found, Deadline deadline) {
        Parsed parsed = StateJson.parse(found.bytes());
        String remark = parsed.remark().isEmpty() ? "" : "%s %s".formatted(bucket.place(key), parsed.remark());
        return parsed.condition() == Condition.CORRUPT
                ? putAside(found, remark, deadline)
                : new Stored(parsed.condition(), parsed.state(), Version.of(found.mark()), remark);
    }

    // What could not be kept aside is all there is of the history: it stays where it is, and the run has no memory.
    private Stored putAside(StoredObject found, String remark, Deadline deadline) {
        // The instant it was written at and not that of this run: who cannot write must not do this with every run.
        String aside = key.substring(0, key.lastIndexOf('/') + 1)
                + nameAside(Optional.ofNullable(found.lastModified()).orElse(Instant.EPOCH));
        try {
            if (found.bytes().length > StateJson.MOST_KEPT_BYTES) {
                return StateJson.leftAlone(remark, bucket.place(aside), StateJson.TOO_LARGE);
            }
            bucket.putPrivate(aside, found.bytes(), request -> request.contentType(JSON), deadline);
            return StateJson.keptAside(Version.of(found.mark()), remark, bucket.place(aside));
        } catch (ObjectStoreException e) {
            return StateJson.leftAlone(remark, bucket.place(aside), e.failure().toString());
        }
    }

    private Written replace(RunState next, Mark basis, Deadline deadline) {
        try {
            Content content =
                    new Content(StateJson.toBytes(next), next.seq(), false, request -> request.contentType(JSON));
            return switch (object.write(content, basis, deadline)) {
                case WRITTEN -> new Written(Result.WRITTEN, "");
                case WRITTEN_UNCONDITIONALLY ->
                    new Written(Result.WRITTEN, bucket.place(key) + ": " + Remarks.REFUSES_CONDITIONS);
                case SUPERSEDED -> new Written(Result.SUPERSEDED, "another run wrote %s".formatted(bucket.place(key)));
            };
        } catch (ObjectStoreException e) {
            return new Written(Result.NOT_WRITTEN, e.failure().toString());
        }
    }

    /** A mark as text: what a run hands back to us between reading and writing. */
    private static final class Version {
        private static final String BETWEEN = " ";

        static String of(Mark mark) {
            return mark.etag() + BETWEEN + mark.write();
        }

        static Mark parse(String version) {
            String[] etagAndWrite = version.split(BETWEEN, 2);
            return etagAndWrite.length < 2 ? Mark.NONE : new Mark(etagAndWrite[0], 0, etagAndWrite[1]);
        }
    }
}
