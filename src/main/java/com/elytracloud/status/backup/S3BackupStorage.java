package com.elytracloud.status.backup;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;

import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ListedPage;
import com.elytracloud.status.objectstore.ListedPage.Listed;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.run.Deadline;

/** The bucket of an S3 server. */
final class S3BackupStorage implements BackupStorage {
    private final ObjectStore store;
    private final String bucket;

    S3BackupStorage(ObjectStore store, String bucket) {
        this.store = store;
        this.bucket = bucket;
    }

    @Override
    public Page list(Query query, Consumer<BackupObject> seen, Deadline deadline) throws BackupStorageException {
        String what = "listing " + bucket + "/" + query.prefix();
        ListedPage page = ask(() -> store.list(
                what,
                deadline,
                request -> request.bucket(bucket)
                        .prefix(query.prefix())
                        .delimiter(query.byFolder() ? "/" : null)
                        .startAfter(orNull(query.startAfter()))
                        .continuationToken(orNull(query.token())),
                object -> seen.accept(toBackup(object))));
        // Any well-formed page of a proxy would else pass for an empty bucket, and so for lost backups.
        if (!bucket.equals(page.bucket())) {
            throw new BackupStorageException(Reason.UNREADABLE, what + ": the answer is no listing of it");
        }
        return new Page(
                page.folders(),
                // Pages may be short, or empty, before the last one: only the flag tells the end.
                !page.isTruncated(),
                page.next());
    }

    @Override
    public UploadPage uploads(String prefix, UploadMarker marker, Deadline deadline) throws BackupStorageException {
        String what = "listing the uploads to " + bucket + "/" + prefix;
        ListMultipartUploadsResponse page = ask(() -> store.call(
                what,
                deadline,
                (s3, limits) -> s3.listMultipartUploads(request -> request.bucket(bucket)
                        .prefix(prefix)
                        .keyMarker(orNull(marker.key()))
                        .uploadIdMarker(orNull(marker.upload()))
                        .overrideConfiguration(limits))));
        return new UploadPage(
                page.uploads().stream()
                        .filter(upload -> upload.key() != null && upload.initiated() != null)
                        .map(upload -> new Upload(upload.key(), upload.initiated()))
                        .toList(),
                !Boolean.TRUE.equals(page.isTruncated()),
                new UploadMarker(
                        Objects.requireNonNullElse(page.nextKeyMarker(), ""),
                        Objects.requireNonNullElse(page.nextUploadIdMarker(), "")));
    }

    @Override
    public Optional<Head> head(String key, Deadline deadline) throws BackupStorageException {
        String what = "looking at " + bucket + "/" + key;
        try {
            HeadObjectResponse found = store.call(
                    what,
                    deadline,
                    (s3, limits) -> s3.headObject(
                            request -> request.bucket(bucket).key(key).overrideConfiguration(limits)));
            // The platform's client takes the end of a connection for the end of the headers, of which all are sent.
            if (found.contentLength() == null || found.eTag() == null || found.lastModified() == null) {
                throw new BackupStorageException(Reason.CUT_SHORT, what + ": the answer lacks its size, mark or time");
            }
            return Optional.of(new Head(found.contentLength(), found.eTag(), found.lastModified()));
        } catch (ObjectStoreException e) {
            if (e.failure().reason() == Reason.NOT_FOUND) {
                return Optional.empty();
            }
            throw new BackupStorageException(e.failure(), e);
        }
    }

    @Override
    public Optional<byte[]> read(String key, int most, Deadline deadline) throws BackupStorageException {
        return ask(() -> new Bucket(store, bucket).read(key, most, deadline)).map(StoredObject::bytes);
    }

    /**
     * A part of an object.
     *
     * @param head what it said of itself before; another one since is no answer
     */
    byte[] part(String key, long from, int most, Head head, Deadline deadline) throws BackupStorageException {
        String what = "reading a part of " + bucket + "/" + key;
        long to = Math.min(head.bytes(), from + most) - 1;
        ResponseBytes<GetObjectResponse> part = ask(() -> store.call(
                what,
                deadline,
                (s3, limits) -> s3.getObjectAsBytes(request -> request.bucket(bucket)
                        .key(key)
                        .range("bytes=%d-%d".formatted(from, to))
                        .overrideConfiguration(limits))));
        if (!head.etag().equals(part.response().eTag()) || part.asByteArray().length != to - from + 1) {
            throw new BackupStorageException(Reason.UNREADABLE, what + ": it changed meanwhile");
        }
        return part.asByteArray();
    }

    private static <T> T ask(Question<T> question) throws BackupStorageException {
        try {
            return question.ask();
        } catch (ObjectStoreException e) {
            throw new BackupStorageException(e.failure(), e);
        }
    }

    private static BackupObject toBackup(Listed object) {
        return new BackupObject(object.key(), object.lastModified(), object.bytes(), object.etag());
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private interface Question<T> {
        T ask() throws ObjectStoreException;
    }
}
