package com.elytracloud.status.backup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import com.elytracloud.status.domain.BackupObject;

/** Short hashes for the state: what is compared with them is neither secret nor chosen by an enemy. */
final class Fingerprints {
    private static final int LENGTH = 6;

    private Fingerprints() {}

    /** Of an object as it stands in the listing. */
    static String of(BackupObject object) {
        return of(object.key(), object.etag(), String.valueOf(object.bytes()), String.valueOf(object.lastModified()));
    }

    /** Of some words in their order. */
    static String of(String... words) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(hash).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
