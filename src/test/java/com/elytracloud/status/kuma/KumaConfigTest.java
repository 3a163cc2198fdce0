package com.elytracloud.status.kuma;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.config.Variables;

import static org.assertj.core.api.Assertions.assertThat;

final class KumaConfigTest {
    private static final String URL = "UPTIME_KUMA_URL";
    private static final String HEADERS = "UPTIME_KUMA_HEADERS";
    private static final String KEY = "UPTIME_KUMA_API_KEY";
    private static final String PAGE = "UPTIME_KUMA_STATUS_PAGE";

    @Test
    void aKeyIsEnough() {
        KumaConfig config = config(Map.of(URL, "kuma.example.com/base/", KEY, "uk1_x"));

        assertThat(config.problems()).isEmpty();
        assertThat(config.url()).hasToString("https://kuma.example.com/base");
        assertThat(config.apiKey().value()).isEqualTo("uk1_x");
        assertThat(config.statusPage()).isEmpty();
    }

    @Test
    void aStatusPageIsEnough() {
        KumaConfig config = config(Map.of(URL, "https://kuma.example.com", PAGE, "Public-1"));

        assertThat(config.problems()).isEmpty();
        assertThat(config.statusPage()).isEqualTo("Public-1");
        assertThat(config.apiKey().isEmpty()).isTrue();
    }

    @Test
    void headersOfAnAccessProxyAreSecrets() {
        KumaConfig config = config(Map.of(
                URL,
                "https://kuma.example.com",
                KEY,
                "uk1_x",
                HEADERS,
                "CF-Access-Client-Id: a.access ;X-Token: b:c=;"));

        assertThat(config.problems()).isEmpty();
        assertThat(config.headers())
                .isEqualTo(Map.of("CF-Access-Client-Id", new Secret("a.access"), "X-Token", new Secret("b:c=")));
        assertThat(config.secrets()).contains(new Secret("a.access"), new Secret("b:c="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "top-secret",
                "a b: top-secret",
                ": top-secret",
                "X-A: top-secret; X-B",
                "X-A:",
                "X-A: äh",
                "Host: top-secret",
                "Authorization: top-secret"
            })
    void headersThatCannotBeSentAreRefusedWithoutTheirValues(String headers) {
        KumaConfig config = config(Map.of(URL, "https://kuma.example.com", KEY, "uk1_x", HEADERS, headers));

        assertThat(config.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.variable()).isEqualTo(HEADERS);
            assertThat(problem.sentence()).contains("allowed").doesNotContain("top-secret");
        });
    }

    @Test
    void withNeitherTheKeyIsMissing() {
        KumaConfig config = config(Map.of(URL, "https://kuma.example.com"));

        assertThat(config.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.variable()).isEqualTo(KEY);
            assertThat(problem.sentence()).startsWith("is not set; it is ").contains(PAGE);
        });
    }

    @Test
    void everythingMissingIsToldAtOnce() {
        assertThat(config(Map.of()).problems()).extracting(Problem::variable).containsExactly(URL, KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a/b", "../x", "a?b", "a_b", "ä", "a%2Fb"})
    void aSlugThatWouldChangeTheAddressIsRefused(String slug) {
        KumaConfig config = config(Map.of(URL, "https://kuma.example.com", PAGE, slug));

        assertThat(config.problems()).singleElement().satisfies(problem -> assertThat(problem.variable())
                .isEqualTo(PAGE));
        assertThat(config.statusPage()).isEmpty();
    }

    @Test
    void aKeyIsNeverPartOfAProblem() {
        KumaConfig config = config(Map.of(URL, "not an address", KEY, "uk1_secret"));

        assertThat(config.problems().toString()).doesNotContain("uk1_secret");
        assertThat(config.apiKey().toString()).doesNotContain("uk1_secret");
    }

    @Test
    void backupsAreReadWithoutKuma() {
        assertThat(Capability.values())
                .filteredOn(config(Map.of(KEY, "uk1_x"))::servesFor)
                .containsExactly(Capability.READ_MONITORS, Capability.ASSESS, Capability.PUBLISH);
    }

    @Test
    void withoutKumaNothingOfItIsAsked() {
        assertThat(Capability.values()).noneMatch(config(Map.of("BETTER_STACK_TOKEN", "x"))::servesFor);
    }

    private static KumaConfig config(Map<String, String> variables) {
        return new KumaConfig(new Variables(variables::get));
    }
}
