package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.Deadline;

/**
 * Verifies the newest backup object itself: that it exists, is large enough, and begins and ends like a file of its
 * type. Only a restore can show that it can be restored.
 */
@Singleton
public final class BackupVerifier {
    /** Of its beginning and of its end. */
    private static final int BYTES = 1024;

    private final BackupConfig config;
    private final ObjectStore store;

    /** Creates a verifier; no request is sent yet. */
    @Inject
    public BackupVerifier(BackupConfig config, ObjectStore store) {
        this.config = config;
        this.store = store;
    }

    /**
     * Verifies one backup.
     *
     * @param key as the listing names it, the prefix included
     * @return what was found; nothing if there is no such object; failed if the storage did not respond
     */
    public Reading<Verified> verify(String key, BackupPolicy policy, Deadline deadline) {
        Optional<String> bucket = config.bucket();
        if (bucket.isEmpty()) {
            return new Reading.Nothing<>();
        }
        BackupBucket storage = new BackupBucket(store, bucket.get());
        try {
            Optional<HeadObjectResponse> head = storage.head(key, deadline);
            return head.isEmpty()
                    ? new Reading.Nothing<>()
                    : new Reading.Found<>(check(key, head.get(), policy, storage, deadline));
        } catch (ObjectStoreException e) {
            return new Reading.Failed<>(e.failure());
        }
    }

    private static Verified check(
            String key, HeadObjectResponse head, BackupPolicy policy, BackupBucket storage, Deadline deadline)
            throws ObjectStoreException {
        long bytes = head.contentLength();
        byte[] first = storage.part(key, 0, BYTES, bytes, deadline);
        byte[] last = storage.part(key, Math.max(0, bytes - BYTES), BYTES, bytes, deadline);
        Optional<BackupFormat> promised = BackupFormat.promisedBy(key);
        Optional<BackupFormat> found = BackupFormat.of(first);
        List<String> problems = new ArrayList<>();
        if (bytes < policy.minBytes()) {
            problems.add("it has %d bytes, less than %d".formatted(bytes, policy.minBytes()));
        }
        problem(promised, found, first, last).ifPresent(problems::add);
        String format = found.map(BackupFormat::name).orElse("unknown").toLowerCase(Locale.ROOT);
        boolean checkable = found.map(BackupFormat::isCheckable).orElse(promised.isPresent());
        return new Verified(key, bytes, head.eTag(), head.lastModified(), format, checkable, problems);
    }

    private static Optional<String> problem(
            Optional<BackupFormat> promised, Optional<BackupFormat> found, byte[] first, byte[] last) {
        if (promised.isPresent() && !found.map(promised.get()::mayBe).orElse(false)) {
            return Optional.of("it does not begin as its name says: no " + promised.get());
        }
        String wrong = found.map(format -> format.wrongEnd(first, last)).orElse("");
        return wrong.isEmpty() ? Optional.empty() : Optional.of("it " + wrong + ": it was not written to its end");
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
            List<String> problems) {
        public Verified {
            Objects.requireNonNull(key, "key");
            problems = List.copyOf(problems);
        }
    }
}
