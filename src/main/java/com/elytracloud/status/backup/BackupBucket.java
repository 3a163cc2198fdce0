package com.elytracloud.status.backup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.run.Deadline;

/** The bucket of the backups: one request each. */
final class BackupBucket {
    private static final String NOWHERE = ": the response says that there is more, but not where";

    private final ObjectStore store;
    private final String name;

    BackupBucket(ObjectStore store, String name) {
        this.store = store;
        this.name = name;
    }

    /**
     * One page of a listing. Not the SDK's paginator: each page has what is left of the deadline and counts as a request.
     *
     * @param which prefix, delimiter and where to begin
     */
    Page list(Consumer<ListObjectsV2Request.Builder> which, Deadline deadline) throws ObjectStoreException {
        String what = "listing bucket " + name;
        ListObjectsV2Response page = store.call(
                what,
                deadline,
                (s3, limits) -> s3.listObjectsV2(which.andThen(request ->
                        request.bucket(name).encodingType(EncodingType.URL).overrideConfiguration(limits))));
        // Any well-formed page of a proxy would else pass for an empty bucket, and so for lost backups.
        if (!name.equals(page.name())) {
            throw failed(what + ": the response is no listing of it");
        }
        boolean isMore = Boolean.TRUE.equals(page.isTruncated());
        if (isMore
                && (page.nextContinuationToken() == null
                        || page.nextContinuationToken().isEmpty())) {
            throw failed(what + NOWHERE);
        }
        return new Page(page, isMore ? page.nextContinuationToken() : null);
    }

    /** Where the next page begins, null after the last: another place than this one began. */
    String after(String token, Page page) throws ObjectStoreException {
        if (page.next() != null && page.next().equals(token)) {
            throw failed("listing bucket " + name + NOWHERE);
        }
        return page.next();
    }

    /** A page of the uploads that were begun and not completed. */
    ListMultipartUploadsResponse uploads(String prefix, ListMultipartUploadsResponse before, Deadline deadline)
            throws ObjectStoreException {
        return store.call(
                "listing the uploads to bucket " + name,
                deadline,
                (s3, limits) -> s3.listMultipartUploads(request -> request.bucket(name)
                        .prefix(prefix)
                        .keyMarker(before == null ? null : before.nextKeyMarker())
                        .uploadIdMarker(before == null ? null : before.nextUploadIdMarker())
                        .overrideConfiguration(limits)));
    }

    /**
     * A small object, empty if it does not exist; one byte more than the limit is read to detect an object that is too
     * large.
     */
    Optional<byte[]> read(String key, int most, Deadline deadline) throws ObjectStoreException {
        return new Bucket(store, name).read(key, most, deadline).map(StoredObject::bytes);
    }

    /** The object's headers; empty if it does not exist. */
    Optional<HeadObjectResponse> head(String key, Deadline deadline) throws ObjectStoreException {
        String what = "reading the headers of %s/%s".formatted(name, key);
        try {
            HeadObjectResponse found = store.call(
                    what,
                    deadline,
                    (s3, limits) -> s3.headObject(
                            request -> request.bucket(name).key(key).overrideConfiguration(limits)));
            if (found.contentLength() == null) {
                throw failed(what + ": the response lacks the size");
            }
            return Optional.of(found);
        } catch (ObjectStoreException e) {
            if (e.failure().reason() == Reason.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A part of an object: so many bytes, or as many as there are. */
    byte[] part(String key, long from, int most, long size, Deadline deadline) throws ObjectStoreException {
        long to = Math.min(size, from + most) - 1;
        if (to < from) {
            return new byte[0]; // no server returns a part of an empty object
        }
        String what = "reading a part of %s/%s".formatted(name, key);
        byte[] part = store.call(
                        what,
                        deadline,
                        (s3, limits) -> s3.getObjectAsBytes(request -> request.bucket(name)
                                .key(key)
                                .range("bytes=%d-%d".formatted(from, to))
                                .overrideConfiguration(limits)))
                .asByteArray();
        if (part.length != to - from + 1) {
            throw failed(what + ": the response has another length; the object may have changed");
        }
        return part;
    }

    private static ObjectStoreException failed(String detail) {
        return new ObjectStoreException(new Failure(Reason.UNREADABLE, detail), false, 0, null);
    }

    /**
     * One page of a listing.
     *
     * @param next where the next page begins, null after the last
     */
    record Page(ListObjectsV2Response response, String next) {
        /** The objects; empty for one that cannot be read. */
        Stream<Optional<BackupObject>> objects() {
            return response.contents().stream().map(this::object);
        }

        /** The prefixes one level below. */
        Stream<String> prefixes() {
            return response.commonPrefixes().stream().map(CommonPrefix::prefix).map(this::decoded);
        }

        private Optional<BackupObject> object(S3Object listed) {
            Instant at = listed.lastModified();
            return listed.key() == null || listed.key().isEmpty() || at == null || listed.size() == null
                    ? Optional.empty()
                    : Optional.of(new BackupObject(decoded(listed.key()), at, listed.size()));
        }

        // The SDK decodes where the response says that it is encoded; some servers encode and do not say so.
        private String decoded(String text) {
            if (response.encodingType() == EncodingType.URL || text.indexOf('%') < 0) {
                return text;
            }
            try {
                return URLDecoder.decode(text, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return text; // a percent sign of the key itself
            }
        }
    }
}
