package com.elytracloud.status.backup;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.run.Deadline;

/** The bucket of the backups: its listing, and parts of single objects. */
final class BackupBucket {
    /** Twenty thousand unfinished uploads: beyond it, something answers that never ends. */
    private static final int MOST_UPLOAD_PAGES = 20;

    private final ObjectStore store;
    private final String name;

    BackupBucket(ObjectStore store, String name) {
        this.store = store;
        this.name = name;
    }

    /**
     * Lists page by page.
     *
     * @param which prefix, delimiter and where to begin
     * @param reader whether to go on after a page
     * @return whether there is more than was read
     */
    boolean list(Consumer<ListObjectsV2Request.Builder> which, Deadline deadline, Predicate<Page> reader)
            throws ObjectStoreException {
        String what = "listing bucket " + name;
        return store.call(what, deadline, s3 -> {
            String token = "";
            for (ListObjectsV2Response page : s3.listObjectsV2Paginator(
                    which.andThen(request -> request.bucket(name).encodingType(EncodingType.URL)))) {
                // Any well-formed page of a proxy would else pass for an empty bucket, and so for lost backups.
                if (!name.equals(page.name())) {
                    throw failed(what + ": the response is no listing of it");
                }
                boolean isMore = Boolean.TRUE.equals(page.isTruncated());
                String next = Optional.ofNullable(page.nextContinuationToken()).orElse("");
                if (isMore && (next.isEmpty() || next.equals(token))) {
                    throw failed(what + ": the response says that there is more, but not where");
                }
                if (!reader.test(new Page(page)) || !isMore) {
                    return isMore;
                }
                token = next;
            }
            return false;
        });
    }

    /** The uploads that were begun and not completed. */
    void uploads(String prefix, Deadline deadline, Consumer<MultipartUpload> reader) throws ObjectStoreException {
        store.call("listing the uploads to bucket " + name, deadline, s3 -> {
            s3.listMultipartUploadsPaginator(request -> request.bucket(name).prefix(prefix)).stream()
                    .limit(MOST_UPLOAD_PAGES)
                    .flatMap(page -> page.uploads().stream())
                    .forEach(reader);
            return null;
        });
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
                    s3 -> s3.headObject(request -> request.bucket(name).key(key)));
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
                        s3 -> s3.getObjectAsBytes(
                                request -> request.bucket(name).key(key).range("bytes=%d-%d".formatted(from, to))))
                .asByteArray();
        if (part.length != to - from + 1) {
            throw failed(what + ": the response has another length; the object may have changed");
        }
        return part;
    }

    private static ObjectStoreException failed(String detail) {
        return new ObjectStoreException(new Failure(Reason.UNREADABLE, detail), null);
    }

    /** One page of a listing. */
    record Page(ListObjectsV2Response response) {
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
