package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.run.Deadline;

/** What is asked of the bucket, one request each. */
interface BackupStorage {
    /**
     * A page of a listing.
     *
     * @param seen takes each object as it comes, also where the page then ends before its end
     */
    Page list(Query query, Consumer<BackupObject> seen, Deadline deadline) throws BackupStorageException;

    /** A page of the uploads under a prefix that were begun and not ended. */
    UploadPage uploads(String prefix, UploadMarker marker, Deadline deadline) throws BackupStorageException;

    /** What the object itself says; empty if it is not there. */
    Optional<Head> head(String key, Deadline deadline) throws BackupStorageException;

    /** A small object, empty if it is not there; one byte more than the most is read to tell that there are too many. */
    Optional<byte[]> read(String key, int most, Deadline deadline) throws BackupStorageException;

    /**
     * Which page.
     *
     * @param byFolder whether what lies in folders below the prefix is told as folders only
     * @param startAfter only what sorts behind this; empty: everything
     * @param token where the page before said that there is more; empty for the first page
     */
    record Query(String prefix, boolean byFolder, String startAfter, String token) {
        static Query all(String prefix) {
            return new Query(prefix, false, "", "");
        }

        static Query folders(String prefix) {
            return new Query(prefix, true, "", "");
        }

        Query startingAfter(String place) {
            return new Query(prefix, byFolder, place, "");
        }

        Query continued(String next) {
            return new Query(prefix, byFolder, startAfter, next);
        }
    }

    /**
     * One page, without its objects.
     *
     * @param folders with the slash at their end
     * @param isLast whether there is nothing more
     * @param next where there is more; empty if it was not told
     */
    record Page(List<String> folders, boolean isLast, String next) {
        public Page {
            folders = List.copyOf(folders);
            Objects.requireNonNull(next, "next");
        }
    }

    /** Where a page of uploads begins; both empty for the first. */
    record UploadMarker(String key, String upload) {
        static final UploadMarker FIRST = new UploadMarker("", "");
    }

    /** An upload that was begun. */
    record Upload(String key, Instant begunAt) {}

    /** One page of uploads. */
    record UploadPage(List<Upload> uploads, boolean isLast, UploadMarker next) {
        public UploadPage {
            uploads = List.copyOf(uploads);
        }
    }

    /** What a HEAD answers. */
    record Head(long bytes, String etag, Instant lastModified) {}
}
