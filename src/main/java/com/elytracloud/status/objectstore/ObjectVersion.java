package com.elytracloud.status.objectstore;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Identifies a version of an object.
 *
 * @param etag as the storage returned it; empty if there is no object
 * @param seq the number of the run that wrote it; 0 if there is no object, or none of ours
 * @param write a unique id of the write; empty if it is none of ours
 */
public record ObjectVersion(String etag, long seq, String write) {
    /** There is no object. */
    public static final ObjectVersion NONE = new ObjectVersion("", 0, "");

    static final String SEQ = "seq";
    static final String WRITE = "write";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public ObjectVersion {
        Objects.requireNonNull(etag, "etag");
        Objects.requireNonNull(write, "write");
    }

    static ObjectVersion of(String etag, Map<String, String> metadata) {
        String seq = metadata.getOrDefault(SEQ, "");
        String write = metadata.getOrDefault(WRITE, "");
        return new ObjectVersion(
                Objects.requireNonNullElse(etag, ""),
                NUMBER.matcher(seq).matches() ? Long.parseLong(seq) : 0,
                WORD.matcher(write).matches() ? write : "");
    }

    /** Whether there is an object. */
    public boolean exists() {
        return !(etag.isEmpty() && seq == 0 && write.isEmpty());
    }

    /** Whether both are the same version; ETags decide only if our own write id is missing. */
    boolean isSameAs(ObjectVersion other) {
        boolean unmarked = write.isEmpty() && other.write.isEmpty();
        return unmarked ? etag.equals(other.etag) : write.equals(other.write);
    }
}
