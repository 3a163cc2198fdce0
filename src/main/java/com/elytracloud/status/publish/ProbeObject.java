package com.elytracloud.status.publish;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import com.elytracloud.status.contract.SiteFile;

/** The test object that the doctor writes and removes to check the permissions; nothing else uses its name. */
public final class ProbeObject {
    private ProbeObject() {}

    /** A new one, to be sent as every file of the site is. */
    public static SiteFile next() {
        String word = UUID.randomUUID().toString();
        byte[] bytes = "{\"doctor\":\"%s\"}\n".formatted(word).getBytes(StandardCharsets.UTF_8);
        return new SiteFile(
                "doctor-%s.json".formatted(word.substring(0, 8)),
                "application/json; charset=utf-8",
                SiteFile.Caching.BRIEF,
                bytes);
    }

    /** The object key of the test object, next to another one. */
    public static String beside(String key, SiteFile probe) {
        return key.substring(0, key.lastIndexOf('/') + 1) + probe.path();
    }
}
