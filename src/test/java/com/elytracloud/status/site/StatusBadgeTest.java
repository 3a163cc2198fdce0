package com.elytracloud.status.site;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class StatusBadgeTest {
    @ParameterizedTest
    @CsvSource({
        "OPERATIONAL, operational, in Betrieb, 18794e",
        "DEGRADED, degraded, eingeschränkt, 9a5700",
        "PARTIAL_OUTAGE, partial outage, teilweise gestört, c2410c",
        "OUTAGE, major outage, schwere Störung, b42318",
        "MAINTENANCE, maintenance, in Wartung, 0b5cad",
        "UNKNOWN, unknown, unbekannt, 5b6575",
        "MANY_COMPONENTS, unknown, unbekannt, 5b6575",
    })
    void bothBadgesShowTheHeadlineAndTheTimeOfTheCheck(Sample sample, String english, String german, String colour) {
        Rendered files = Rendered.of(sample.status(NOW), sample.history(NOW));
        JsonNode endpoint = files.json("badge.json");

        assertThat(Xml.parse(files.files().get("badge.svg"))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
        assertThat(files.text("badge.svg"))
                .contains(
                        ">" + english + "</text>",
                        ">status 23:55 UTC</text>",
                        "#" + colour,
                        "status: %s, checked 29 Feb 2028, 23:55 UTC. This picture does not expire by itself."
                                .formatted(english));
        // shields.io refuses any other key.
        assertThat(endpoint.fieldNames())
                .toIterable()
                .containsExactly("schemaVersion", "label", "message", "color", "cacheSeconds");
        assertThat(endpoint.path("schemaVersion").intValue()).isEqualTo(1);
        assertThat(endpoint.path("label").textValue()).isEqualTo("status 23:55 UTC");
        assertThat(endpoint.path("message").textValue()).isEqualTo(english);
        assertThat(endpoint.path("color").textValue()).isEqualTo(colour);
        assertThat(endpoint.path("cacheSeconds").intValue()).isEqualTo(300);
        assertThat(Rendered.of(Rendered.GERMAN, sample.status(NOW), sample.history(NOW))
                        .json("badge.json")
                        .path("message")
                        .textValue())
                .isEqualTo(german);
    }
}
