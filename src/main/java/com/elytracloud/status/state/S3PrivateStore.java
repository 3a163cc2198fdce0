package com.elytracloud.status.state;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import software.amazon.awssdk.services.s3.model.PutObjectRequest;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.ObjectVersion;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.objectstore.VersionedObject;
import com.elytracloud.status.objectstore.VersionedObject.Content;
import com.elytracloud.status.objectstore.VersionedObject.SupersededBy;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.StateStore.Result;
import com.elytracloud.status.run.StateStore.Written;

/** Private objects of a bucket, next to the key of the state. */
final class S3PrivateStore implements PrivateStore {
    private final Bucket bucket;
    private final String folder;
    private final ConditionalWrites conditions;
    /** By name; each detects once per process whether the storage supports conditions. */
    private final Map<String, VersionedObject> objects = new ConcurrentHashMap<>();

    /** A store of the objects in a folder, whose name ends with a slash. */
    S3PrivateStore(Bucket bucket, String folder, ConditionalWrites conditions) {
        this.bucket = bucket;
        this.folder = folder;
        this.conditions = conditions;
    }

    @Override
    public Optional<Found> read(String name, Deadline deadline) throws ObjectStoreException {
        try {
            return bucket.read(folder + name, MAX_BYTES, deadline).map(S3PrivateStore::found);
        } catch (ObjectStoreException e) {
            if (e.failure().reason() != Reason.FORBIDDEN) {
                throw e;
            }
            String hint = " (AWS also returns this for a missing object unless s3:ListBucket is granted)";
            throw new ObjectStoreException(
                    new Failure(Reason.FORBIDDEN, e.failure().detail() + hint), e);
        }
    }

    @Override
    public Written replace(String name, byte[] bytes, long revision, String version, Deadline deadline) {
        VersionedObject object = objects.computeIfAbsent(
                name, any -> new VersionedObject(bucket, folder + name, conditions, SupersededBy.ANY_OTHER));
        try {
            Content content = new Content(bytes, revision, false, S3PrivateStore::headers);
            return switch (object.write(content, parsed(version), deadline)) {
                case WRITTEN -> new Written(Result.WRITTEN, "");
                case WRITTEN_UNCONDITIONALLY ->
                    new Written(Result.WRITTEN, location(name) + ": " + ConditionalWrites.REFUSED_BY_STORAGE);
                case SUPERSEDED -> new Written(Result.SUPERSEDED, "another run wrote " + location(name));
            };
        } catch (ObjectStoreException e) {
            return new Written(Result.NOT_WRITTEN, e.failure().toString());
        }
    }

    @Override
    public void write(String name, byte[] bytes, Deadline deadline) throws ObjectStoreException {
        bucket.putPrivate(folder + name, bytes, S3PrivateStore::headers, deadline);
    }

    @Override
    public String location(String name) {
        return bucket.place(folder + name);
    }

    private static Found found(StoredObject object) {
        ObjectVersion version = object.version();
        return new Found(
                object.bytes(),
                version.etag() + " " + version.write(),
                Optional.ofNullable(object.lastModified()).orElse(Instant.EPOCH));
    }

    private static ObjectVersion parsed(String version) {
        String[] etagAndWrite = version.split(" ", 2);
        return etagAndWrite.length < 2 ? ObjectVersion.NONE : new ObjectVersion(etagAndWrite[0], 0, etagAndWrite[1]);
    }

    private static void headers(PutObjectRequest.Builder request) {
        request.contentType("application/gzip");
    }
}
