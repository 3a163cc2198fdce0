package com.elytracloud.status.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.config.SourceChoice.MonitoringService;

import static org.assertj.core.api.Assertions.assertThat;

final class SourceChoiceTest {
    @ParameterizedTest
    @CsvSource({
        "UPTIME_KUMA_URL, UPTIME_KUMA",
        "UPTIME_KUMA_API_KEY, UPTIME_KUMA",
        "UPTIME_KUMA_STATUS_PAGE, UPTIME_KUMA",
        "BETTER_STACK_TOKEN, BETTER_STACK",
        "BETTER_STACK_URL, BETTER_STACK"
    })
    void theServiceThatIsConfiguredIsRead(String variable, MonitoringService expected) {
        SourceChoice choice = choice(variable);

        assertThat(choice.chosen()).isEqualTo(expected);
        assertThat(choice.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UPTIME_KUMA_URL BETTER_STACK_TOKEN, BETTER_STACK_TOKEN, UPTIME_KUMA_URL",
        "UPTIME_KUMA_API_KEY BETTER_STACK_TOKEN, BETTER_STACK_TOKEN, UPTIME_KUMA_API_KEY",
        "UPTIME_KUMA_URL UPTIME_KUMA_API_KEY BETTER_STACK_URL, BETTER_STACK_URL, UPTIME_KUMA_URL"
    })
    void twoServicesAreOneTooMany(String set, String variable, String other) {
        SourceChoice choice = choice(set.split(" ", -1));

        assertThat(choice.problems())
                .containsExactly(
                        new Problem(variable, "is set and " + other + " too; allowed is one monitoring service"));
    }

    @Test
    void withNeitherBothAreNamedAtOnce() {
        List<Problem> problems = choice().problems();

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.variable()).isEqualTo("UPTIME_KUMA_URL");
            assertThat(problem.sentence())
                    .startsWith("is not set; it is ")
                    .contains("UPTIME_KUMA_API_KEY", "UPTIME_KUMA_STATUS_PAGE", "BETTER_STACK_TOKEN");
        });
    }

    @Test
    void backupsAreReadWithoutAnyService() {
        assertThat(Capability.values())
                .filteredOn(choice()::servesFor)
                .containsExactly(Capability.READ_MONITORS, Capability.ASSESS, Capability.PUBLISH);
    }

    private static SourceChoice choice(String... set) {
        Map<String, String> variables = Arrays.stream(set).collect(Collectors.toMap(name -> name, name -> "x"));
        return new SourceChoice(new Variables(variables::get));
    }
}
