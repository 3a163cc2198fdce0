package com.elytracloud.status.objectstore;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One page of a listing.
 *
 * @param bucket whose it says it is
 * @param folders with the slash at their end
 * @param isTruncated whether there is more
 * @param next where there is more; empty if it was not told
 */
public record ListedPage(String bucket, List<Listed> objects, List<String> folders, boolean isTruncated, String next) {
    public ListedPage {
        Objects.requireNonNull(bucket, "bucket");
        objects = List.copyOf(objects);
        folders = List.copyOf(folders);
        Objects.requireNonNull(next, "next");
    }

    /**
     * One object as it is listed.
     *
     * @param etag empty if not told
     */
    public record Listed(String key, Instant lastModified, long bytes, String etag) {}
}
