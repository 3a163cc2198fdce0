package com.elytracloud.status.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class SettingsCheckTest {
    @Test
    void whatIsSetIsGreenByItsNameAndNeverShown() {
        assertThat(rows(Map.of("AN_ADDRESS", "https://a.example.com", "A_KEY", "secret-value")))
                .containsExactly("AN_ADDRESS OK is set", "A_KEY OK is set");
    }

    @Test
    void whatIsMissingOrWrongIsRedWithWhatIsAllowed() {
        assertThat(rows(Map.of("A_NUMBER", "many", "A_KEY", "x")))
                .containsExactly(
                        "AN_ADDRESS FAIL is not set; it is somewhere",
                        "A_NUMBER FAIL is not a whole number from 1 to 9",
                        "A_KEY OK is set");
    }

    @Test
    void aSecretInTheWrongVariableIsNotShown() {
        assertThat(rows(Map.of("A_NUMBER", "secret-value", "A_KEY", "secret-value", "AN_ADDRESS", "a.example.com")))
                .contains("A_NUMBER FAIL is not a whole number from 1 to 9");
    }

    @Test
    void whatOnlyTheWatchdogNeedsIsAmber() {
        assertThat(rows(Map.of(), Capability.WATCH))
                .contains("AN_ADDRESS WARN is not set; it is somewhere; the watchdog needs it");
    }

    private static List<String> rows(Map<String, String> values) {
        return rows(values, Capability.PUBLISH);
    }

    private static List<String> rows(Map<String, String> values, Capability neededFor) {
        Variables variables = new Variables(values::get);
        SettingsReader reader = new SettingsReader(variables, Set.of(neededFor));
        reader.requiredAddress("AN_ADDRESS", "somewhere");
        reader.wholeNumber("A_NUMBER", 1, 1, 9);
        reader.secret("A_KEY");
        return new SettingsCheck(new Settings(List.of(() -> reader)), variables, new SmallRyeConfigBuilder().build())
                .examine(new DoctorReport(Part.SETTINGS, NOW, Deadline.in(Duration.ofSeconds(5)))).rows().stream()
                        .map(row -> "%s %s %s".formatted(row.name(), row.verdict(), row.seen()))
                        .toList();
    }
}
