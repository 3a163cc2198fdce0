package com.elytracloud.status.publish;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.elytracloud.status.contract.SiteFile;

/**
 * What this process has sent; it ends with the process, so that a file lost from the bucket comes back with the next
 * cold start.
 */
final class UploadCache {
    private final Map<String, Version> byPath = new ConcurrentHashMap<>();

    /** Whether a file was sent as it is now. */
    boolean contains(SiteFile file) {
        return Version.of(file).equals(byPath.get(file.path()));
    }

    /** Notes that a file was sent. */
    void add(SiteFile file) {
        byPath.put(file.path(), Version.of(file));
    }

    private record Version(String contentType, SiteFile.Caching caching, String sha256) {
        static Version of(SiteFile file) {
            return new Version(file.contentType(), file.caching(), Hashes.sha256(file.bytes()));
        }
    }
}
