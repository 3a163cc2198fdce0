package com.elytracloud.status.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.elytracloud.status.testing.ScopeBuilder.ids;
import static org.assertj.core.api.Assertions.assertThat;

class SettingsReaderTest {
    private static final String NAME = "NAME";

    @Test
    void aTextIsTheOperatorsOrTheDefault() {
        assertThat(reader(" said ").text(NAME, "default")).isEqualTo("said");
        assertThat(reader("").text(NAME, "default")).isEqualTo("default");
    }

    @ParameterizedTest(name = "{0} characters: {1} problems")
    @CsvSource({"300, 0", "301, 1"})
    void aPublicTextHasALimit(int length, int problems) {
        SettingsReader reader = reader("x".repeat(length));

        reader.text(NAME, "", 300);

        assertThat(reader.problems()).hasSize(problems);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "https://status.example.com, https://status.example.com",
        "https://status.example.com/, https://status.example.com",
        "https://status.example.com/base///, https://status.example.com/base",
        "status.example.com, https://status.example.com",
        "status.example.com/base/, https://status.example.com/base",
        "status.example.com:8443, https://status.example.com:8443",
        "http://localhost:3001/, http://localhost:3001",
        "HTTPS://status.example.com, HTTPS://status.example.com",
        "nyc3.digitaloceanspaces.com, https://nyc3.digitaloceanspaces.com",
        "http://[::1]:3001, http://[::1]:3001",
    })
    void anAddressIsTakenWithOrWithoutSchemeAndSlash(String text, URI expected) {
        SettingsReader reader = reader(text);

        assertThat(reader.address(NAME)).contains(expected);
        assertThat(reader.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://status.example.com",
                "file:///etc/passwd",
                "https://",
                "https:///path",
                "https://user:hunter2@status.example.com",
                "https://status.example.com/?token=hunter2",
                "https://status.example.com/#hunter2",
                "https://status example.com/hunter2",
                "://hunter2",
            })
    void anythingElseIsRefusedWithoutRepeatingIt(String text) {
        SettingsReader reader = reader(text);

        assertThat(reader.address(NAME)).isEmpty();
        assertThat(reader.problems()).extracting(Problem::variable).containsExactly(NAME);
        assertThat(reader.problems().toString()).doesNotContain("hunter2", "passwd");
    }

    @Test
    void anAbsentAddressIsNoProblemUnlessItIsRequired() {
        SettingsReader reader = reader("");

        assertThat(reader.address(NAME)).isEmpty();
        assertThat(reader.problems()).isEmpty();

        reader.requiredAddress(NAME, "where it is");
        assertThat(reader.problems()).containsExactly(new Problem(NAME, "is not set; it is where it is"));
    }

    @Test
    void aBadRequiredAddressIsOneProblem() {
        SettingsReader reader = reader("ftp://status.example.com");

        reader.requiredAddress(NAME, "where it is");

        assertThat(reader.problems()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}: {1}, {2} problems")
    @CsvSource({"1, 1, 0", "10, 10, 0", "0, 5, 1", "11, 5, 1", "7.5, 5, 1", "seven, 5, 1", "' 7 ', 7, 0", "'', 5, 0"})
    void aNumberKeepsItsBounds(String text, long expected, int problems) {
        SettingsReader reader = reader(text);

        assertThat(reader.wholeNumber(NAME, 5, 1, 10)).isEqualTo(expected);
        assertThat(reader.problems()).hasSize(problems);
    }

    @ParameterizedTest(name = "{0}: {1}, {2} problems")
    @CsvSource({
        "PT11M, PT11M, 0",
        "P1D, P1D, 0",
        "PT10M59S, PT30M, 1",
        "P1DT1S, PT30M, 1",
        "45m, PT45M, 0",
        "1800, PT30M, 1",
        "'', PT30M, 0",
    })
    void aDurationKeepsItsBounds(String text, Duration expected, int problems) {
        SettingsReader reader = reader(text);

        Duration duration = reader.duration(NAME, "30m", "11m", "1d");

        assertThat(duration).isEqualTo(expected);
        assertThat(reader.problems()).hasSize(problems);
    }

    @Test
    void aProblemNamesTheLegalRangeAndNotTheValue() {
        SettingsReader reader = reader("dop_v1_0123456789");

        reader.wholeNumber(NAME, 5, 1, 10);

        assertThat(reader.problems()).containsExactly(new Problem(NAME, "is not a whole number from 1 to 10"));
    }

    @Test
    void aListSkipsBlanksAndKeepsItsOrder() {
        assertThat(reader(" b, ,a,,").list(NAME)).containsExactly("b", "a");
    }

    @Test
    void everyBadMonitorIdIsAProblemAndTheGoodOnesStay() {
        SettingsReader reader = reader("1");

        assertThat(reader.monitorIds(NAME, "1, two!, 3, 4.5, 1")).isEqualTo(ids("1", "3"));
        assertThat(reader.problems()).hasSize(1);
    }

    @Test
    void aSecretShowsNothingWhenItIsPrinted() {
        Secret secret = reader("hunter2").secret(NAME);

        assertThat(secret.value()).isEqualTo("hunter2");
        assertThat("%s %s".formatted(secret, Map.of("key", secret))).doesNotContain("hunter2");
    }

    @Test
    void aMissingSecretIsAProblemOnlyWhereItIsRequired() {
        SettingsReader reader = reader("");

        assertThat(reader.secret(NAME).isEmpty()).isTrue();
        assertThat(reader.problems()).isEmpty();

        assertThat(reader.required(NAME, "the key")).isEmpty();
        assertThat(reader.problems()).hasSize(1);
    }

    @Test
    void noMessageRepeatsAPartOfTheValue() {
        SettingsReader reader = reader("1,dop_v1_0123456789!");

        reader.monitorIds(NAME, "1,dop_v1_0123456789!");
        reader.duration(NAME, "0s", "0s", "1d");
        reader.wholeNumber(NAME, 1, 1, 2);
        reader.oneOf(NAME, "a", List.of("a"));
        reader.address(NAME);

        assertThat(reader.problems()).hasSize(5);
        assertThat(reader.problems().toString()).doesNotContain("dop_v1");
    }

    @Test
    void aTextThatWasNotUtf8IsRefused() {
        SettingsReader reader = reader("M\uFFFD\uFFFDller");

        reader.text(NAME, "");

        assertThat(reader.problems().toString()).contains("not UTF-8").doesNotContain("ller");
    }

    private static SettingsReader reader(String value) {
        return new SettingsReader(new Variables(Map.of(NAME, value)::get), Set.of());
    }
}
