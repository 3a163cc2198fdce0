package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.backup.BackupStorage.Head;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.run.Deadline;

/**
 * Looks at one backup itself: whether it is there, large enough, and begins and ends as a file of its kind. That it can
 * be restored only a restore can tell.
 */
@Singleton
public final class BackupVerifier {
    /** Of its beginning and of its end. */
    private static final int BYTES = 1024;

    private final BackupConfig config;
    private final ObjectStore store;

    /** Nothing is asked yet. */
    @Inject
    public BackupVerifier(BackupConfig config, ObjectStore store) {
        this.config = config;
        this.store = store;
    }

    /**
     * Looks.
     *
     * @param key as the listing names it, the prefix included
     * @return what was found; nothing if there is no such object; failed if the storage did not answer
     */
    public Reading<Verified> verify(String key, BackupPolicy policy, Deadline deadline) {
        Optional<String> bucket = config.bucket();
        if (bucket.isEmpty()) {
            return new Reading.Nothing<>();
        }
        S3BackupStorage storage = new S3BackupStorage(store, bucket.get());
        try {
            Optional<Head> head = storage.head(key, deadline);
            return head.isEmpty()
                    ? new Reading.Nothing<>()
                    : new Reading.Found<>(look(key, head.get(), policy, storage, deadline));
        } catch (BackupStorageException e) {
            return new Reading.Failed<>(e.failure());
        }
    }

    private static Verified look(String key, Head head, BackupPolicy policy, S3BackupStorage storage, Deadline deadline)
            throws BackupStorageException {
        List<String> problems = new ArrayList<>();
        if (head.bytes() < policy.minBytes()) {
            problems.add("it has %d bytes, less than %d".formatted(head.bytes(), policy.minBytes()));
        }
        // Of an empty object no server gives a part.
        byte[] first = head.bytes() < 1 ? new byte[0] : storage.part(key, 0, BYTES, head, deadline);
        byte[] last = head.bytes() < 1
                ? new byte[0]
                : storage.part(key, Math.max(0, head.bytes() - BYTES), BYTES, head, deadline);
        Optional<BackupFormat> promised = BackupFormat.promisedBy(key);
        Optional<BackupFormat> found = BackupFormat.of(first);
        judge(promised, found, first, last).ifPresent(problems::add);
        String format = found.map(BackupFormat::name).orElse("unknown").toLowerCase(Locale.ROOT);
        return new Verified(key, head.bytes(), head.etag(), head.lastModified(), format, problems);
    }

    private static Optional<String> judge(
            Optional<BackupFormat> promised, Optional<BackupFormat> found, byte[] first, byte[] last) {
        if (promised.isPresent() && !promised.equals(found)) {
            return Optional.of("it does not begin as its name says: no " + promised.get());
        }
        if (found.isEmpty()) {
            return Optional.of("it is of no kind that can be checked: gzip, zip, xz, bzip2 or SQL text");
        }
        String wrong = found.get().wrongEnd(first, last);
        return wrong.isEmpty() ? Optional.empty() : Optional.of("it " + wrong + ": it was not written to its end");
    }

    /**
     * What was found.
     *
     * @param lastModified by the storage's clock, null if it did not say
     * @param format by the first bytes
     * @param problems sentences, none if it is well
     */
    public record Verified(
            String key, long bytes, String etag, Instant lastModified, String format, List<String> problems) {
        public Verified {
            Objects.requireNonNull(key, "key");
            problems = List.copyOf(problems);
        }
    }
}
