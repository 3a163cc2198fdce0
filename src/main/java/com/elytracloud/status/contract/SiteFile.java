package com.elytracloud.status.contract;

/**
 * One public file, ready to be published.
 *
 * @param path relative to the site's address, with {@code /} between folders
 * @param contentType as HTTP says it, with the charset where it is text
 * @param bytes the very bytes; not copied, so never change them
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one; a copy on each access would double every file
public record SiteFile(String path, String contentType, Caching caching, byte[] bytes) {
    /** How long readers and caches between may keep a file. */
    public enum Caching {
        /** Changes with every run. */
        BRIEF("public, max-age=60, stale-if-error=86400"),
        /** Named by its own hash, and therefore immutable. */
        IMMUTABLE("public, max-age=31536000, immutable");

        private final String header;

        Caching(String header) {
            this.header = header;
        }

        /** The value of {@code Cache-Control}. */
        public String header() {
            return header;
        }
    }
}
