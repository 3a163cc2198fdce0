package com.elytracloud.status.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.contract.SiteFile;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class BadgesTest {
    /** All that the schema of shields.io allows; it refuses any other. */
    private static final List<String> ALLOWED = List.of(
            "schemaVersion",
            "label",
            "message",
            "color",
            "labelColor",
            "isError",
            "namedLogo",
            "logoSvg",
            "logoColor",
            "logoSize",
            "style",
            "cacheSeconds");

    @ParameterizedTest
    @CsvSource({
        "OPERATIONAL, operational, 18794e",
        "DEGRADED, degraded, 9a5700",
        "OUTAGE, outage, b42318",
        "MAINTENANCE, maintenance, 0b5cad",
        "UNKNOWN, unknown, 5b6575",
    })
    void sayTheStatusInOneWord(Sample sample, String word, String colour) throws IOException {
        List<SiteFile> files = Badges.of(sample.status(NOW));
        String svg = new String(files.get(0).bytes(), StandardCharsets.UTF_8);
        JsonNode json = new ObjectMapper().readTree(files.get(1).bytes());

        assertThat(svg).contains(">" + word + "</text>", "aria-label=\"status: " + word + "\"", "#" + colour);
        assertThat(Xml.parse(files.get(0).bytes()).getDocumentElement().getTagName())
                .isEqualTo("svg");
        assertThat(json.fieldNames()).toIterable().isSubsetOf(ALLOWED);
        assertThat(json.path("schemaVersion").intValue()).isEqualTo(1);
        assertThat(json.path("message").textValue()).isEqualTo(word);
        assertThat(json.path("color").textValue()).isEqualTo(colour);
        assertThat(json.path("cacheSeconds").isInt()).isTrue();
    }
}
