package com.elytracloud.status.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** Hashes as web pages and ids write them. */
final class Digests {
    private static final int SHORT = 12;

    private Digests() {}

    /** For {@code integrity} and for {@code Content-Security-Policy}: {@code sha384-…}. */
    static String sha384(byte[] bytes) {
        return "sha384-" + Base64.getEncoder().encodeToString(digest("SHA-384", bytes));
    }

    /**
     * Twelve letters from a to p: enough to distinguish sites, or the entries of one site.
     *
     * <p>No digits: behind a colon, as in {@code urn:elytra-status:12345a}, they read as the port of a host, and the
     * leak guard stopped the one site in eleven whose id began with four of them.
     */
    static String shortId(String text) {
        return shortId(text.getBytes(StandardCharsets.UTF_8));
    }

    static String shortId(byte[] bytes) {
        byte[] hash = digest("SHA-256", bytes);
        return HexFormat.of()
                .formatHex(hash)
                .substring(0, SHORT)
                .chars()
                .map(hex -> 'a' + Character.digit(hex, 16))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
