package com.elytracloud.status.backup;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.Deadline;

/** One pass over everything under a prefix, a page of at most a thousand objects at a time; no page is kept. */
final class Listing {
    private final ObjectStore store;
    private final String bucket;
    private final String prefix;
    private final int mostPages;
    private final Set<String> tokens = new HashSet<>();

    Listing(ObjectStore store, String bucket, String prefix, int mostPages) {
        this.store = store;
        this.bucket = bucket;
        this.prefix = prefix;
        this.mostPages = mostPages;
    }

    /**
     * Passes every object on.
     *
     * @return why it ended before the end; empty if everything was seen
     */
    Optional<Failure> pass(Consumer<BackupObject> seen, Deadline deadline) {
        try {
            String token = null;
            do {
                ListObjectsV2Response page = page(token, deadline);
                page.contents().forEach(object -> seen.accept(toBackup(object)));
                token = next(page);
            } while (token != null);
            return Optional.empty();
        } catch (ObjectStoreException e) {
            return Optional.of(e.failure());
        } catch (UnusablePageException e) {
            return Optional.of(e.failure);
        }
    }

    private ListObjectsV2Response page(String token, Deadline deadline)
            throws ObjectStoreException, UnusablePageException {
        ListObjectsV2Response page = store.call(
                what(),
                deadline,
                (s3, limits) -> s3.listObjectsV2(request -> request.bucket(bucket)
                        .prefix(prefix)
                        .continuationToken(token)
                        .overrideConfiguration(limits)));
        // Any well-formed page of a proxy would else pass for an empty bucket, and so for lost backups.
        if (!bucket.equals(page.name()) || !page.contents().stream().allMatch(Listing::isWhole)) {
            throw new UnusablePageException(Reason.UNREADABLE, what() + ": the answer is no listing of it");
        }
        return page;
    }

    // Pages may be short, or empty, before the last one: only the flag tells the end.
    private String next(ListObjectsV2Response page) throws UnusablePageException {
        if (!Boolean.TRUE.equals(page.isTruncated())) {
            return null;
        }
        String token = page.nextContinuationToken();
        if (token == null || token.isEmpty() || !tokens.add(token)) {
            throw new UnusablePageException(
                    Reason.UNREADABLE, what() + ": the answer says that there is more, but not where");
        }
        if (tokens.size() >= mostPages) {
            throw new UnusablePageException(Reason.TOO_LARGE, "%s: over %d pages".formatted(what(), mostPages));
        }
        return token;
    }

    private static boolean isWhole(S3Object object) {
        return object.key() != null && object.lastModified() != null && object.size() != null;
    }

    private static BackupObject toBackup(S3Object object) {
        return new BackupObject(object.key(), object.lastModified(), object.size());
    }

    private String what() {
        return "listing " + bucket + "/" + prefix;
    }

    private static final class UnusablePageException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Failure failure;

        UnusablePageException(Reason reason, String detail) {
            super(detail);
            failure = new Failure(reason, detail);
        }
    }
}
