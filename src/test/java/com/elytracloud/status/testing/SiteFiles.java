package com.elytracloud.status.testing;

import java.nio.charset.StandardCharsets;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.SiteFile.Caching;

/** Files of a site, for tests. */
public final class SiteFiles {
    private SiteFiles() {}

    /** A {@code status.json} that says something. */
    public static SiteFile status(String content) {
        return new SiteFile("status.json", "application/json; charset=utf-8", Caching.BRIEF, bytes(content));
    }

    /** Another file of the site. */
    public static SiteFile page(String path, String content) {
        return new SiteFile(path, "text/html; charset=utf-8", Caching.BRIEF, bytes(content));
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
