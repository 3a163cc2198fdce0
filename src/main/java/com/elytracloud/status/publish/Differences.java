package com.elytracloud.status.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.objectstore.StoredObject;

/** What is not stored as it was sent. */
final class Differences {
    private Differences() {}

    /** The differences as text; empty if there are none. */
    static List<String> of(StoredObject stored, SiteFile sent) {
        List<String> differences = new ArrayList<>();
        if (!Arrays.equals(stored.bytes(), sent.bytes())) {
            differences.add("content");
        }
        if (!plain(stored.contentType()).equals(plain(sent.contentType()))) {
            differences.add("Content-Type");
        }
        if (!Objects.equals(stored.cacheControl(), sent.caching().header())) {
            differences.add("Cache-Control");
        }
        return differences;
    }

    // Some storages write "a/b; charset=utf-8" without the blank or in capitals, which means the same.
    private static String plain(String contentType) {
        return Objects.requireNonNullElse(contentType, "").replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
