package com.elytracloud.status.objectstore;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

import com.elytracloud.status.objectstore.StoredObject.Version;
import com.elytracloud.status.run.Deadline;

/**
 * One bucket of a storage: single objects in and out, one request each.
 *
 * @param aclOrNull what each object gets on every PUT: one without it makes the object private again
 */
public record Bucket(ObjectStore store, String name, ObjectCannedACL aclOrNull) {
    private static final int NOT_FOUND = 404;
    /** The size limit for objects that are only checked: those we write are smaller. */
    private static final int CHECKED = 64 * 1024;

    /** A bucket whose objects no one else may read. */
    public Bucket(ObjectStore store, String name) {
        this(store, name, ObjectCannedACL.PRIVATE);
    }

    /** The bucket of the public site, with a public ACL for each object unless a CDN reads a private bucket. */
    public Bucket(ObjectStore store, String name, boolean usesAcl) {
        this(store, name, usesAcl ? ObjectCannedACL.PUBLIC_READ : null);
    }

    /** The version of an object, {@link Version#NONE} if there is none. */
    public Version version(String key, Deadline deadline) throws ObjectStoreException {
        // A HEAD response that is cut off within its headers looks complete, and a missing revision would let an older
        // run win. A GET response with its body is known to have all headers.
        return read(key, CHECKED, deadline).map(StoredObject::version).orElse(Version.NONE);
    }

    /**
     * An object, empty if there is none.
     *
     * @param expected the largest expected size in bytes; one more is read to detect an object that is too large
     */
    public Optional<StoredObject> read(String key, int expected, Deadline deadline) throws ObjectStoreException {
        try {
            return Optional.of(store.call(
                    "reading " + place(key),
                    deadline,
                    s3 -> s3.getObject(
                            request -> request.bucket(name).key(key),
                            (answer, body) -> toObject(answer, body, expected))));
        } catch (ObjectStoreException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Writes an object. */
    public void put(String key, byte[] bytes, Consumer<PutObjectRequest.Builder> headers, Deadline deadline)
            throws ObjectStoreException {
        // A bucket of AWS refuses every ACL, unless its owner allowed them; what has none is private.
        ObjectCannedACL acl = aclOrNull == ObjectCannedACL.PRIVATE && store.isAws() ? null : aclOrNull;
        store.call(
                "sending " + place(key),
                deadline,
                s3 -> s3.putObject(
                        request -> headers.accept(request.bucket(name).key(key).acl(acl)),
                        RequestBody.fromBytes(bytes)));
    }

    /** Removes an object. */
    public void delete(String key, Deadline deadline) throws ObjectStoreException {
        store.call(
                "removing " + place(key),
                deadline,
                s3 -> s3.deleteObject(request -> request.bucket(name).key(key)));
    }

    /** Where someone without a key finds an object. */
    public URI address(String key) {
        return store.addressOf(name, key);
    }

    /** The bucket and the key, for the operator. */
    public String place(String key) {
        return name + "/" + key;
    }

    private static StoredObject toObject(GetObjectResponse answer, AbortableInputStream body, int expected)
            throws IOException {
        byte[] bytes = body.readNBytes(expected + 1);
        // The platform's client treats the end of a connection as the end of a response, even within its headers.
        boolean isWhole = answer.contentLength() != null
                ? answer.contentLength() == bytes.length
                : answer.sdkHttpResponse().headers().containsKey("Transfer-Encoding");
        if (bytes.length > expected) {
            // The rest is of no interest, however long it is.
            body.abort();
        } else if (!isWhole) {
            throw RetryableException.create("cut short", new EOFException());
        }
        return new StoredObject(
                bytes,
                answer.contentType(),
                answer.cacheControl(),
                Objects.requireNonNullElse(answer.lastModified(), Instant.EPOCH),
                Version.of(answer.eTag(), answer.metadata()));
    }
}
