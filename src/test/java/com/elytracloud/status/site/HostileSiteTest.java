package com.elytracloud.status.site;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.testing.HostileTexts;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Every field of every output against texts that try to become something else. */
class HostileSiteTest {
    static Stream<Arguments> outputs() {
        return Stream.of(HostileTexts.MARKUP, HostileTexts.NO_TEXT, HostileTexts.RIGHT_TO_LEFT, HostileTexts.EMOJI)
                .flatMap(text -> site(text).stream()
                        .filter(file -> !file.path().matches(".*\\.(js|ts)|.*schema\\.json"))
                        .map(file -> arguments(file.path(), text, file)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("outputs")
    void everyTextStaysText(String path, String hostile, SiteFile file) throws IOException {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);

        if (path.endsWith(".html")) {
            assertHasOnlyOurElements(Html.parse(file.bytes()));
        } else if (path.endsWith(".svg") || path.endsWith(".atom")) {
            assertHasOnlyOurElements(Xml.parse(file.bytes()));
        } else if (path.endsWith(".json")) {
            assertThat(new ObjectMapper().readTree(file.bytes()).isObject()).isTrue();
        }
        if (!path.endsWith(".json")) {
            assertThat(text).doesNotContain("\u0000", "\u001B", "\uFFFE", "\uFFFF");
        }
    }

    private static void assertHasOnlyOurElements(Document document) {
        NodeList all = document.getElementsByTagName("*");
        int scripts = 0;
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            scripts += element.getTagName().equals("script") ? 1 : 0;
            assertThat(element.getTagName()).isNotEqualTo("img");
            assertThat(element.getAttribute("onerror")).isEmpty();
        }
        assertThat(scripts).isLessThanOrEqualTo(1);
    }

    private static List<SiteFile> site(String text) {
        SiteIdentity site = new SiteIdentity(
                text,
                URI.create("https://status.example.com/"),
                null,
                Language.EN,
                new Brand(null, null, null, null, text));
        return new StaticSite(site)
                .render(HostileTexts.in(Sample.OUTAGE.status(NOW), text), Sample.OUTAGE.history(NOW));
    }
}
