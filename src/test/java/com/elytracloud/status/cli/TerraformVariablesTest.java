package com.elytracloud.status.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TerraformVariablesTest {
    private static final Path VARIABLES = Path.of("infra/variables.tf");

    @ParameterizedTest
    @ValueSource(strings = {"https://nyc3.digitaloceanspaces.com", ""})
    void everyVariableIsOneOfInfraAndEveryRequiredOneIsSet(String endpoint) throws IOException {
        Set<String> known = new HashSet<>();
        Set<String> required = new HashSet<>();
        for (String block : Files.readString(VARIABLES).split("(?m)^variable ", -1)) {
            Matcher name = Pattern.compile("^\"(\\w+)\"").matcher(block);
            if (name.find()) {
                known.add(name.group(1));
                if (!block.contains(" default ")) {
                    required.add(name.group(1));
                }
            }
        }
        required.remove("secrets"); // given by TF_VAR_secrets only

        Set<String> written = found("(?m)^(\\w+) +=", text(Map.of("SPACES_ENDPOINT", endpoint)));

        assertThat(known).contains("settings", "site");
        assertThat(known).containsAll(written);
        assertThat(written).containsAll(required);
    }

    @Test
    void theSettingsThatInfraDerivesAreThoseThatItRefuses() throws IOException {
        String refused = Files.readString(VARIABLES).replaceFirst("(?s).*keys\\(var\\.settings\\), \\[(.*?)].*", "$1");

        assertThat(TerraformVariables.DERIVED).containsExactlyInAnyOrderElementsOf(found("\"(\\w+)\"", refused));
    }

    @Test
    void everySecretOfTheFileIsNamedAndNoneIsWritten() {
        Map<String, String> answers = new HashMap<>();
        List.of("UPTIME_KUMA_API_KEY", "SLACK_WEBHOOK_URL", "SPACES_SECRET_KEY", "SPACES_ACCESS_KEY")
                .forEach(name -> answers.put(name, "secret-" + name));
        answers.put("SITE_TITLE", "100 %{x} ${y} \"z\" \\");
        answers.put("OTHER", "of another program");
        TerraformVariables variables = new TerraformVariables(answers, value -> value.startsWith("secret-"));

        assertThat(variables.secrets()).containsExactly("SLACK_WEBHOOK_URL", "UPTIME_KUMA_API_KEY");
        assertThat(variables.text())
                .contains("SITE_TITLE = \"100 %%{x} $${y} \\\"z\\\" \\\\\"", "SLACK_WEBHOOK_URL = 1")
                .doesNotContain("secret-", "another program", "\"https://\"");
    }

    private static String text(Map<String, String> answers) {
        return new TerraformVariables(answers, value -> false).text();
    }

    private static Set<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult each) -> each.group(1))
                .collect(Collectors.toSet());
    }
}
