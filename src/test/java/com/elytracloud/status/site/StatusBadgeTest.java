package com.elytracloud.status.site;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class StatusBadgeTest {
    @ParameterizedTest
    @CsvSource({
        "OPERATIONAL, operational, 18794e",
        "DEGRADED, degraded, 9a5700",
        "PARTIAL_OUTAGE, partial outage, b42318",
        "OUTAGE, major outage, b42318",
        "MAINTENANCE, maintenance, 0b5cad",
        "MANY_COMPONENTS, unknown, 5b6575",
    })
    void showsTheStatusAndTheTimeOfTheCheck(Sample sample, String word, String colour) {
        byte[] bytes = StatusBadge.of(SiteIdentity.DEFAULT, sample.status(NOW));
        String svg = new String(bytes, StandardCharsets.UTF_8);

        assertThat(Xml.parse(bytes).getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg)
                .contains(
                        ">" + word + "</text>",
                        ">status 23:55 UTC</text>",
                        "#" + colour,
                        "status: %s, checked 29 Feb 2028, 23:55 UTC. This picture does not expire by itself."
                                .formatted(word));
    }
}
