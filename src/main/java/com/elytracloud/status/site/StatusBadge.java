package com.elytracloud.status.site;

import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.StatusSource;

/**
 * The status in one or two words, with the time it was checked, because a badge does not expire by itself.
 *
 * @param label the time of the check, and whether an operator set the status
 * @param title the whole of it as a sentence
 */
public record StatusBadge(String label, String word, String colour, String title) {
    private static final float CHARACTER = 6.4f;
    /** How long shields.io keeps it; it allows no less than this. */
    private static final int CACHE_SECONDS = 300;

    static StatusBadge of(SiteIdentity site, StatusDocument status) {
        Language words = site.language();
        String word = words.word("badge", status.headline());
        boolean isSet = status.statusSource() == StatusSource.OPERATOR;
        String sentence = words.text("badgeTitle", word, words.minute(status.updatedAt()));
        return new StatusBadge(
                words.text(isSet ? "badgeLabelSet" : "badgeLabel", words.clock(status.updatedAt())),
                word,
                StatusStyle.of(status.headline()).colour(),
                (sentence + " " + new HeadlineText(status, words).source()).strip());
    }

    /** {@code badge.svg}. */
    byte[] picture(Language language) {
        return Templates.render("badge.svg", language, Map.of("badge", this));
    }

    /** {@code badge.json} for the endpoint badge of shields.io, which rejects any other field. */
    byte[] endpoint() {
        return Json.document(JsonNodeFactory.instance
                .objectNode()
                .put("schemaVersion", 1)
                .put("label", label)
                .put("message", word)
                .put("color", colour)
                .put("cacheSeconds", CACHE_SECONDS));
    }

    /** The width of a text in pixels. */
    public int length(String text) {
        return Math.round(text.length() * CHARACTER);
    }
}
