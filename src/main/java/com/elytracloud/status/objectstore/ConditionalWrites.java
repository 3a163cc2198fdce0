package com.elytracloud.status.objectstore;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

import com.elytracloud.status.objectstore.ConditionalWriter.Content;
import com.elytracloud.status.objectstore.ConditionalWriter.Outcome;
import com.elytracloud.status.objectstore.ConditionalWriter.SupersededBy;
import com.elytracloud.status.objectstore.StoredObject.Version;
import com.elytracloud.status.run.Deadline;

/** How a storage is asked to write an object only if it is still the known version. */
public enum ConditionalWrites {
    /** {@code If-Match} with the ETag as the storage gave it, in quotes: as the standard has it, and AWS S3. */
    QUOTED,
    /** {@code If-Match} with the ETag without its quotes: Ceph, and so Spaces, takes no other form. */
    BARE,
    /** No condition: check, then write. Two concurrent runs may then both assume to be first. */
    OFF;

    /** What is known to work with a storage. */
    public static ConditionalWrites usualFor(URI endpoint) {
        return S3Access.isAws(endpoint) ? QUOTED : BARE;
    }

    /** As the settings have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whether a storage honours this form for an object that exists, which is written as a run writes the state: once
     * over the existing version, and once over a version that no longer exists.
     */
    public boolean isHonoured(Bucket bucket, String key, Deadline deadline) throws ObjectStoreException {
        if (this == OFF) {
            return false;
        }
        ConditionalWriter writer = new ConditionalWriter(bucket, this, SupersededBy.ANY_OTHER);
        Version known = bucket.version(key, deadline);
        return writer.write(key, next(), known, deadline) == Outcome.WRITTEN
                && writer.write(key, next(), known, deadline) == Outcome.SUPERSEDED;
    }

    /** The value of {@code If-Match}. */
    String condition(String etag) {
        return this == BARE ? etag.replace("\"", "") : etag;
    }

    // Different bytes each time, and so another ETag.
    private static Content next() {
        return new Content(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8), 0, request -> {});
    }
}
