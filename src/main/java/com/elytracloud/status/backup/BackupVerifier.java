package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.inject.Singleton;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.Deadline;

/**
 * Verifies a backup object itself: that it exists, is large enough, and begins and ends like a file of its type. Only a
 * restore can show that it can be restored.
 */
@Singleton
public record BackupVerifier(BackupConfig config, ObjectStore store) {
    /** Of its beginning and of its end. */
    private static final int BYTES = 1024;

    /**
     * Verifies one backup.
     *
     * @param key as the listing names it, the prefix included
     * @return what was found; nothing if there is no such object; failed if the storage did not respond
     */
    public Reading<Verified> verify(String key, BackupPolicy policy, Deadline deadline) {
        if (config.bucket().isEmpty()) {
            return new Reading.Nothing<>();
        }
        String bucket = config.bucket().get();
        try {
            return store.call("reading %s/%s".formatted(bucket, key), deadline, s3 -> {
                HeadObjectResponse head =
                        s3.headObject(request -> request.bucket(bucket).key(key));
                long size = Optional.ofNullable(head.contentLength())
                        .orElseThrow(() -> unreadable(bucket, key, "the response lacks the size"));
                byte[] first = part(s3, bucket, key, 0, Math.min(size, BYTES));
                byte[] last = part(s3, bucket, key, Math.max(0, size - BYTES), size);
                return new Reading.Found<>(check(key, head, policy, first, last));
            });
        } catch (ObjectStoreException e) {
            return e.failure().reason() == Reason.NOT_FOUND
                    ? new Reading.Nothing<>()
                    : new Reading.Failed<>(e.failure());
        }
    }

    private static byte[] part(S3Client s3, String bucket, String key, long from, long to) throws ObjectStoreException {
        if (to == from) {
            return new byte[0]; // no server returns a part of an empty object
        }
        byte[] part = s3.getObjectAsBytes(
                        request -> request.bucket(bucket).key(key).range("bytes=%d-%d".formatted(from, to - 1)))
                .asByteArray();
        if (part.length != to - from) {
            throw unreadable(bucket, key, "a part has another length; the object may have changed");
        }
        return part;
    }

    private static ObjectStoreException unreadable(String bucket, String key, String why) {
        return new ObjectStoreException(
                new Failure(Reason.UNREADABLE, "reading %s/%s: %s".formatted(bucket, key, why)), null);
    }

    private static Verified check(String key, HeadObjectResponse head, BackupPolicy policy, byte[] first, byte[] last) {
        Optional<BackupFormat> promised = BackupFormat.promisedBy(key);
        Optional<BackupFormat> found = BackupFormat.of(first);
        String wrongEnd = found.map(format -> format.wrongEnd(first, last)).orElse("");
        List<String> problems = new ArrayList<>();
        if (head.contentLength() < policy.minBytes()) {
            problems.add("it has %d bytes, less than %d".formatted(head.contentLength(), policy.minBytes()));
        }
        if (promised.isPresent() && found.filter(promised.get()::mayBe).isEmpty()) {
            problems.add("it does not begin as its name says: no " + promised.get());
        } else if (!wrongEnd.isEmpty()) {
            problems.add("it " + wrongEnd + ": it was not written to its end");
        }
        return new Verified(
                key,
                head.contentLength(),
                head.eTag(),
                head.lastModified(),
                found.map(BackupFormat::name).orElse("unknown").toLowerCase(Locale.ROOT),
                found.map(BackupFormat::isCheckable).orElse(promised.isPresent()),
                problems);
    }

    /**
     * The result of the verification.
     *
     * @param lastModified by the storage's clock, null if it was not reported
     * @param format by the first bytes
     * @param checkable whether its format shows if it is complete; an encrypted file does not
     * @param problems sentences, none if it is valid
     */
    public record Verified(
            String key,
            long bytes,
            String etag,
            Instant lastModified,
            String format,
            boolean checkable,
            List<String> problems) {}
}
