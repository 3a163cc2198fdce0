package com.elytracloud.status.objectstore;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An object as it is stored in a bucket.
 *
 * @param bytes at most one byte more than expected
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
public record StoredObject(
        byte[] bytes, String contentType, String cacheControl, Instant lastModified, Version version) {

    /** The ETag of what was found, empty if nothing was. */
    public static String etag(Optional<StoredObject> found) {
        return found.map(StoredObject::version).orElse(Version.NONE).etag;
    }

    /**
     * Identifies a version of an object.
     *
     * @param etag as the storage returned it; empty if there is no object
     * @param seq the number of the run that wrote it; 0 if there is no object, or none of ours
     * @param write a unique id of the write; empty if it is none of ours
     */
    public record Version(String etag, long seq, String write) {
        /** There is no object. */
        public static final Version NONE = new Version("", 0, "");

        static Version of(String etag, Map<String, String> metadata) {
            String seq = metadata.getOrDefault("seq", "");
            return new Version(
                    etag == null ? "" : etag,
                    seq.matches("\\d{1,18}") ? Long.parseLong(seq) : 0,
                    metadata.getOrDefault("write", ""));
        }
    }
}
