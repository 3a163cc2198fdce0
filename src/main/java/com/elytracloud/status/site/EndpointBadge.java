package com.elytracloud.status.site;

import com.fasterxml.jackson.annotation.JsonProperty;

import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.StatusDocument;

/**
 * {@code badge.json}: the status in one or two words for the endpoint badge of shields.io, which rejects any other
 * field. The label has the time of the check, because a badge does not expire by itself.
 */
record EndpointBadge(
        @JsonProperty("schemaVersion") int schemaVersion,
        String label,
        String message,
        String color,
        @JsonProperty("cacheSeconds") int cacheSeconds) {
    /** How long shields.io keeps it; it allows no less than this. */
    private static final int CACHE_SECONDS = 300;

    static byte[] of(FeedTexts texts, StatusDocument status) {
        Headline headline = status.headline();
        return Json.document(new EndpointBadge(
                1,
                texts.badgeLabel(status),
                texts.badge(headline),
                StatusStyle.of(headline).colour(),
                CACHE_SECONDS));
    }
}
