package com.elytracloud.status.objectstore;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One page of a listing, without its objects, which were passed on as they came.
 *
 * @param bucket whose it says it is
 * @param folders with the slash at their end
 * @param isTruncated whether there is more
 * @param next where there is more; empty if it was not told
 */
public record ListedPage(String bucket, List<String> folders, boolean isTruncated, String next) {
    public ListedPage {
        Objects.requireNonNull(bucket, "bucket");
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
