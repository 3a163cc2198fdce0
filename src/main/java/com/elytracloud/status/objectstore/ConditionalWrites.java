package com.elytracloud.status.objectstore;

import java.net.URI;

/** How a storage is asked to write an object only if it is still the known version. */
public enum ConditionalWrites {
    /** {@code If-Match} with the ETag as the storage gave it, in quotes: as the standard has it, and AWS S3. */
    QUOTED,
    /** {@code If-Match} with the ETag without its quotes: Ceph, and so Spaces, takes no other form. */
    BARE,
    /** No condition: check, then write. Two concurrent runs may then both assume to be first. */
    OFF;

    /** The warning for the operator about a storage that does not support conditions. */
    public static final String REFUSED_BY_STORAGE =
            "the storage refuses every conditional write, so it was written after a check only and two runs at the same"
                    + " moment could both win; STATE_CONDITIONAL_WRITES may need another value";

    /** What is known to work with a storage. */
    public static ConditionalWrites usualFor(URI endpoint) {
        return S3Access.isAws(endpoint) ? QUOTED : BARE;
    }

    /** The value of {@code If-Match}. */
    String condition(String etag) {
        return this == BARE ? etag.replaceAll("^\"|\"$", "") : etag;
    }
}
