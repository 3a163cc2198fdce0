package com.elytracloud.status.alert;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Variables;

import static org.assertj.core.api.Assertions.assertThat;

class AlertConfigTest {
    private static final String HOOK = "https://hooks.example.com/services/secret-part?token=another-secret";

    @Test
    void nothingConfiguredIsNoProblem() {
        assertThat(config(Map.of()).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SENDGRID_API_KEY", "SENDGRID_FROM_EMAIL", "SENDGRID_ADMIN_EMAIL"})
    void halfOfSendGridNamesWhatIsMissing(String only) {
        assertThat(config(Map.of(only, "a@example.com")).problems())
                .extracting(Problem::variable)
                .hasSize(2)
                .doesNotContain(only);
    }

    @Test
    void anAddressThatIsNoneIsNotRepeated() {
        assertThat(config(Map.of("SLACK_WEBHOOK_URL", "hooks.example.com/secret part"))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).doesNotContain("secret"));
    }

    @Test
    void webhooksMayHaveAQueryAndAreSecretsAsAWhole() {
        AlertConfig config = config(Map.of("ALERT_WEBHOOK_URL", HOOK));

        assertThat(config.problems()).isEmpty();
        assertThat(config.address(AlertConfig.WEBHOOK)).hasToString("Optional[%s]".formatted(HOOK));
        assertThat(config.secrets()).singleElement().satisfies(secret -> assertThat(secret.value())
                .isEqualTo(HOOK));
    }

    @ParameterizedTest
    @CsvSource({"de, de", "DE, de", "en, en", ", en"})
    void alertsAreInTheLanguageOfTheSite(String setting, String language) {
        Map<String, String> variables = setting == null ? Map.of() : Map.of("SITE_LANGUAGE", setting);

        assertThat(config(variables).language()).hasToString(language);
    }

    @Test
    void aLanguageWithoutTextsIsRefused() {
        assertThat(config(Map.of("SITE_LANGUAGE", "fr")).problems())
                .extracting(Problem::toString)
                .containsExactly("SITE_LANGUAGE: is not allowed; allowed is one of en, de");
    }

    private static AlertConfig config(Map<String, String> variables) {
        return new AlertConfig(new Variables(variables::get));
    }
}
