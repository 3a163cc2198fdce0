package com.elytracloud.status.betterstack;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.config.Variables;

import static org.assertj.core.api.Assertions.assertThat;

final class BetterStackConfigTest {
    private static final String TOKEN = "BETTER_STACK_TOKEN";
    private static final String URL = "BETTER_STACK_URL";

    @Test
    void aTokenIsEnough() {
        BetterStackConfig config = config(Map.of(TOKEN, "abc$$DEF"));

        assertThat(config.problems()).isEmpty();
        assertThat(config.url()).hasToString("https://uptime.betterstack.com");
        assertThat(config.secrets()).containsExactly(new Secret("abc$$DEF"));
        assertThat(config.internalNames()).isEmpty();
    }

    @Test
    void anotherAddressIsTakenAndStaysInside() {
        BetterStackConfig config = config(Map.of(TOKEN, "abc", URL, "proxy.internal:8443/better/"));

        assertThat(config.problems()).isEmpty();
        assertThat(config.url()).hasToString("https://proxy.internal:8443/better");
        assertThat(config.internalNames()).containsExactlyInAnyOrder("proxy.internal", "proxy.internal:8443");
    }

    @Test
    void anAddressAloneLacksTheToken() {
        BetterStackConfig config = config(Map.of(URL, "https://uptime.eu.betterstack.com"));

        assertThat(config.problems()).extracting(Problem::variable).containsExactly(TOKEN);
        assertThat(config.servesFor(Capability.PUBLISH)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "tab\there", "line\nX-Evil: 1", "tökén"})
    void whatCannotStandInAHeaderIsNoTokenAndIsNotRepeated(String token) {
        BetterStackConfig config = config(Map.of(TOKEN, token));

        assertThat(config.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.variable()).isEqualTo(TOKEN);
            assertThat(problem.sentence()).doesNotContain(token);
        });
    }

    @Test
    void withoutItNothingOfItIsAsked() {
        assertThat(Capability.values()).noneMatch(config(Map.of())::servesFor);
        assertThat(Capability.values())
                .filteredOn(config(Map.of(TOKEN, "abc"))::servesFor)
                .containsExactly(Capability.READ_MONITORS, Capability.ASSESS, Capability.PUBLISH);
    }

    private static BetterStackConfig config(Map<String, String> variables) {
        return new BetterStackConfig(new Variables(variables::get));
    }
}
