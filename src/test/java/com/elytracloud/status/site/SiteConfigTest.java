package com.elytracloud.status.site;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Variables;

import static org.assertj.core.api.Assertions.assertThat;

class SiteConfigTest {
    @TempDir
    private Path folder;

    @Test
    void nothingNeedsToBeSet() {
        SiteConfig config = config(Map.of());

        assertThat(config.problems()).isEmpty();
        assertThat(config.site()).isEqualTo(SiteIdentity.DEFAULT);
        assertThat(config.site().title()).isEqualTo("Service status");
    }

    @ParameterizedTest
    @CsvSource({
        "https://status.example.com/status.json, https://status.example.com/",
        "https://cdn.example.com/status/v1.json, https://cdn.example.com/status/",
        "https://status.example.com, https://status.example.com/",
    })
    void theSiteIsNextToItsStatusDocument(String statusJson, String site) {
        assertThat(config(Map.of("STATUS_PUBLIC_URL", statusJson)).site().address())
                .isEqualTo(URI.create(site));
    }

    @Test
    void everyErrorIsReportedByName() {
        SiteConfig config = config(Map.of(
                "SITE_TITLE", "x".repeat(61),
                "SITE_HOME_URL", "javascript:alert(1)",
                "SITE_IMPRINT_URL", "ftp://example.com",
                "SITE_LANGUAGE", "fr",
                "SITE_ACCENT", "red",
                "SITE_LOGO", folder.resolve("missing.svg").toString()));

        assertThat(config.problems())
                .extracting(Problem::variable)
                .containsExactlyInAnyOrder(
                        "SITE_TITLE", "SITE_HOME_URL", "SITE_IMPRINT_URL", "SITE_LANGUAGE", "SITE_ACCENT", "SITE_LOGO");
    }

    @ParameterizedTest
    @CsvSource({"#0b5cad, true", "#6b7280, true", "#f59e0b, false", "#767676, false", "#FFFFFF, false", "#b42318, true"
    })
    void anAccentThatCannotBeReadIsRefused(String colour, boolean isAllowed) {
        SiteConfig config = config(Map.of("SITE_ACCENT", colour));

        assertThat(config.problems().isEmpty()).isEqualTo(isAllowed);
        if (isAllowed) {
            assertThat(Contrast.of(Contrast.lightened(colour), Contrast.DARK)).isGreaterThanOrEqualTo(Contrast.TEXT);
        }
    }

    @Test
    void aLogoIsPublishedWithTheSite() throws IOException {
        Path file = Files.writeString(folder.resolve("logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        SiteConfig config = config(Map.of("SITE_LOGO", file.toString(), "SITE_LANGUAGE", "de"));

        assertThat(config.problems()).isEmpty();
        assertThat(config.site().brand().logo().path()).matches("logo\\.[a-p]{12}\\.svg");
        assertThat(config.site().title()).isEqualTo("Systemstatus");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg><script>alert(1)</script></svg>",
                "<svg onload='alert(1)'/>",
                "<svg><a href='javascript:alert(1)'/></svg>",
                "<html></html>",
            })
    void aLogoThatCouldRunSomethingIsRefused(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("logo.svg"), content);

        assertThat(config(Map.of("SITE_LOGO", file.toString())).problems())
                .extracting(Problem::variable)
                .containsExactly("SITE_LOGO");
    }

    @ParameterizedTest
    @CsvSource({
        "help@example.com, mailto:help@example.com",
        "https://example.com/help, https://example.com/help",
        "+49 30 123456, tel:+4930123456",
        "Ask at the desk, ",
    })
    void supportLeadsToWhereItCan(String support, String link) {
        assertThat(config(Map.of("SITE_SUPPORT", support)).site().brand().supportLink())
                .isEqualTo(link);
    }

    private static SiteConfig config(Map<String, String> variables) {
        return new SiteConfig(new Variables(new HashMap<>(variables)::get));
    }
}
