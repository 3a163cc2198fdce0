package com.elytracloud.status.objectstore;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;

import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

import com.elytracloud.status.run.Deadline;

/** One bucket of a storage: single objects in and out, one request each. */
public final class Bucket {
    private static final int NOT_FOUND = 404;
    /** The size limit for objects that are only checked: those we write are smaller. */
    private static final int CHECKED = 64 * 1024;

    private final ObjectStore store;
    private final String name;
    private final boolean usesAcl;

    /** A bucket; no request is sent yet. */
    public Bucket(ObjectStore store, String name) {
        this(store, name, true);
    }

    /** @param usesAcl whether each public object gets a public ACL; a CDN may read a private bucket instead */
    public Bucket(ObjectStore store, String name, boolean usesAcl) {
        this.store = store;
        this.name = name;
        this.usesAcl = usesAcl;
    }

    /** The version of an object, {@link ObjectVersion#NONE} if there is none. */
    public ObjectVersion version(String key, Deadline deadline) throws ObjectStoreException {
        // A HEAD response that is cut off within its headers looks complete, and a missing revision would let an older
        // run win. A GET response with its body is known to have all headers.
        return read(key, CHECKED, deadline).map(StoredObject::version).orElse(ObjectVersion.NONE);
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

    /** Writes an object of the public site. */
    public void putPublic(String key, byte[] bytes, Consumer<PutObjectRequest.Builder> headers, Deadline deadline)
            throws ObjectStoreException {
        // On every PUT: one without it makes the object private again.
        put(key, bytes, usesAcl ? ObjectCannedACL.PUBLIC_READ : null, headers, deadline);
    }

    /** Writes an object that no one else may read. */
    public void putPrivate(String key, byte[] bytes, Consumer<PutObjectRequest.Builder> headers, Deadline deadline)
            throws ObjectStoreException {
        // A bucket of AWS refuses every ACL, unless its owner allowed them; what has none is private.
        put(key, bytes, store.isAws() ? null : ObjectCannedACL.PRIVATE, headers, deadline);
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

    private void put(
            String key,
            byte[] bytes,
            ObjectCannedACL aclOrNull,
            Consumer<PutObjectRequest.Builder> headers,
            Deadline deadline)
            throws ObjectStoreException {
        store.call(
                "sending " + place(key),
                deadline,
                s3 -> s3.putObject(
                        request -> headers.accept(request.bucket(name).key(key).acl(aclOrNull)),
                        RequestBody.fromBytes(bytes)));
    }

    private static StoredObject toObject(GetObjectResponse answer, AbortableInputStream body, int expected)
            throws IOException {
        byte[] bytes = body.readNBytes(expected + 1);
        if (bytes.length > expected) {
            // The rest is of no interest, however long it is.
            body.abort();
        } else if (!isWhole(answer, bytes)) {
            throw RetryableException.create("cut short", new EOFException());
        }
        return new StoredObject(
                bytes,
                answer.contentType(),
                answer.cacheControl(),
                answer.lastModified(),
                ObjectVersion.of(answer.eTag(), answer.metadata()));
    }

    // The platform's client treats the end of a connection as the end of a response, even within its headers.
    private static boolean isWhole(GetObjectResponse answer, byte[] bytes) {
        return answer.contentLength() == null
                ? answer.sdkHttpResponse()
                        .firstMatchingHeader("Transfer-Encoding")
                        .isPresent()
                : answer.contentLength() == bytes.length;
    }
}
