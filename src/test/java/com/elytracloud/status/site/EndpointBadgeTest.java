package com.elytracloud.status.site;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class EndpointBadgeTest {
    @ParameterizedTest
    @CsvSource({
        "OPERATIONAL, operational, in Betrieb, 18794e",
        "DEGRADED, degraded, eingeschränkt, 9a5700",
        "PARTIAL_OUTAGE, partial outage, teilweise gestört, b42318",
        "OUTAGE, major outage, schwere Störung, b42318",
        "MAINTENANCE, maintenance, in Wartung, 0b5cad",
        "UNKNOWN, unknown, unbekannt, 5b6575",
    })
    void saysTheHeadlineAndWhenItWasChecked(Sample sample, String english, String german, String color) {
        JsonNode badge = badge(FeedTexts.EN, sample);

        assertThat(badge.path("schemaVersion").intValue()).isEqualTo(1);
        assertThat(badge.path("label").textValue()).isEqualTo("status 23:55 UTC");
        assertThat(badge.path("message").textValue()).isEqualTo(english);
        assertThat(badge.path("color").textValue()).isEqualTo(color);
        assertThat(badge.path("cacheSeconds").intValue()).isEqualTo(300);
        // shields.io refuses any other key.
        assertThat(badge.fieldNames())
                .toIterable()
                .isSubsetOf(List.of("schemaVersion", "label", "message", "color", "cacheSeconds"));
        assertThat(badge(FeedTexts.DE, sample).path("message").textValue()).isEqualTo(german);
    }

    private static JsonNode badge(FeedTexts texts, Sample sample) {
        return Rendered.of(Rendered.SITE, texts, sample.status(NOW), sample.history(NOW))
                .json("badge.json");
    }
}
