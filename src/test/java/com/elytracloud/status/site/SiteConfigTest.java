package com.elytracloud.status.site;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Variables;

import static org.assertj.core.api.Assertions.assertThat;

class SiteConfigTest {
    @Test
    void nothingNeedsToBeSet() {
        SiteConfig config = config(Map.of());

        assertThat(config.problems()).isEmpty();
        assertThat(config.site()).isEqualTo(SiteIdentity.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "https://status.example.com/status.json, https://status.example.com/",
        "https://cdn.example.com/status/v1.json, https://cdn.example.com/status/",
        "https://status.example.com, https://status.example.com/",
    })
    void theSiteLiesWhereItsStatusDocumentLies(String statusJson, String site) {
        assertThat(config(Map.of("STATUS_PUBLIC_URL", statusJson)).site().address())
                .isEqualTo(URI.create(site));
    }

    @Test
    void whatIsWrongIsToldByName() {
        SiteConfig config = config(Map.of("SITE_TITLE", "x".repeat(61), "SITE_HOME_URL", "javascript:alert(1)"));

        assertThat(config.problems()).extracting(Problem::variable).containsExactly("SITE_TITLE", "SITE_HOME_URL");
    }

    private static SiteConfig config(Map<String, String> variables) {
        return new SiteConfig(new Variables(variables::get));
    }
}
