package com.elytracloud.status.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.SiteFile.Caching;
import com.elytracloud.status.contract.StatusDocument;

/** The status in one word, as a picture and as the schema of the shields.io endpoint badge. */
final class Badges {
    private static final Template SVG = new Template(Resources.text("badge.svg"));
    private static final int LABEL_WIDTH = 48;
    private static final int PADDING = 7;
    /** How long shields.io and those who ask it keep the answer; it allows no less than this. */
    private static final int CACHE_SECONDS = 300;

    private Badges() {}

    static List<SiteFile> of(StatusDocument status) {
        Look look = Look.of(status);
        return List.of(
                new SiteFile("badge.svg", "image/svg+xml; charset=utf-8", Caching.BRIEF, svg(look)),
                new SiteFile("badge.json", "application/json; charset=utf-8", Caching.BRIEF, json(look)));
    }

    private static byte[] svg(Look look) {
        String word = word(look);
        int length = Math.round(word.length() * 6.4f);
        Slots slots = new Slots()
                .set("word", word)
                .set("colour", look.colour())
                .set("width", Integer.toString(LABEL_WIDTH + length + 2 * PADDING))
                .set("labelWidth", Integer.toString(LABEL_WIDTH))
                .set("wordWidth", Integer.toString(length + 2 * PADDING))
                .set("wordX", Integer.toString(LABEL_WIDTH + PADDING))
                .set("wordLength", Integer.toString(length));
        return SVG.render(slots).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(Look look) {
        return Json.document(new Endpoint(1, "status", word(look), look.colour(), CACHE_SECONDS));
    }

    private static String word(Look look) {
        return look.word().toLowerCase(Locale.ROOT);
    }

    /** As shields.io wants it, which refuses any other key. */
    private record Endpoint(
            @JsonProperty("schemaVersion") int schemaVersion,
            String label,
            String message,
            String color,
            @JsonProperty("cacheSeconds") int cacheSeconds) {}
}
