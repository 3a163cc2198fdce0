package com.elytracloud.status.guard;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.contract.SiteFile;

import static org.assertj.core.api.Assertions.assertThat;

class PublicStringsTest {
    private static final String TEXT = "[\"<p>&#49;</p>\"]";

    @ParameterizedTest(name = "{0} as {1} is {2}")
    @CsvSource({
        "x, text/html, markup",
        "x, application/xml, markup",
        "x, image/svg+xml, markup",
        "x.html, '', markup",
        "X.HTML, '', markup",
        "x.svg, '', markup",
        "x.xml, '', markup",
        "x.atom, '', markup",
        "x, application/json, json",
        "x.json, '', json",
        "X.JSON, text/html, json",
        "x.js, text/javascript, lines",
        "x.html.txt, text/plain, lines"
    })
    void aFileIsWhatItsNameOrItsTypeSays(String path, String type, String kind) throws UnreadableFileException {
        List<String> read = texts(file(path, type, TEXT));

        assertThat(read)
                .isEqualTo(
                        switch (kind) {
                            case "markup" -> List.of(path, "[\"", "1", "\"]");
                            case "json" -> List.of(path, "<p>&#49;</p>");
                            default -> List.of(path, TEXT);
                        });
    }

    @Test
    void linesAreCountedFromTheFirst() {
        assertThat(PublicStrings.lines("a.txt", "one\n\n \nfour", 7))
                .containsExactly(
                        new PublicString("a.txt", List.of("line 7"), "one"),
                        new PublicString("a.txt", List.of("line 10"), "four"));
    }

    private static List<String> texts(SiteFile file) throws UnreadableFileException {
        return PublicStrings.of(file).stream().map(PublicString::text).toList();
    }

    private static SiteFile file(String path, String type, String text) {
        return new SiteFile(path, type, SiteFile.Caching.BRIEF, text.getBytes(StandardCharsets.UTF_8));
    }
}
