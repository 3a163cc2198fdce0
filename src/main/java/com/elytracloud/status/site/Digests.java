package com.elytracloud.status.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Hashes as web pages and ids write them. */
final class Digests {
    private static final int SHORT = 6;

    private Digests() {}

    /** For {@code integrity} and for {@code Content-Security-Policy}: {@code sha384-…}. */
    static String sha384(byte[] bytes) {
        return "sha384-" + Base64.getEncoder().encodeToString(digest("SHA-384", bytes));
    }

    static String shortId(String text) {
        return shortId(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Twelve letters from a to p: enough to distinguish sites, or the entries of one site.
     *
     * <p>No digits: behind a colon, as in {@code urn:elytra-status:12345a}, they read as the port of a host.
     */
    static String shortId(byte[] bytes) {
        byte[] hash = digest("SHA-256", bytes);
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < SHORT; i++) {
            id.append((char) ('a' + ((hash[i] >> 4) & 0xf))).append((char) ('a' + (hash[i] & 0xf)));
        }
        return id.toString();
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
