package com.elytracloud.status.function;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.RunConfig;
import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsException;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.testing.UrlEvents;
import com.elytracloud.status.trigger.TriggerConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TriggerFunctionTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("com.elytracloud.status.testing.UrlEvents#recordings")
    void aRecordedNotificationHasTheToken(java.nio.file.Path recording) throws Exception {
        JsonNode request = UrlEvents.of(recording);

        assertThat(TriggerFunction.header(request, "authorization")).isEqualTo("Bearer " + UrlEvents.RECORDED_TOKEN);
        assertThat(TriggerFunction.isTooLarge(TriggerFunction.header(request, "content-length")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorization", "Authorization", "AUTHORIZATION"})
    void namesOfHeadersAreTakenInAnyCase(String name) {
        assertThat(TriggerFunction.header(UrlEvents.with(name, "Bearer x"), "authorization"))
                .isEqualTo("Bearer x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "[1]", "\"text\"", "42", "{\"headers\":[]}", "{\"headers\":null}", "{\"headers\":{}}"})
    void whateverArrivesHasNoHeader(String event) throws Exception {
        assertThat(TriggerFunction.header(MAPPER.readTree(event), "authorization"))
                .isEmpty();
    }

    @ParameterizedTest(name = "content-length {0}: too large {1}")
    @CsvSource({"0, false", "262144, false", "262145, true", "9999999999, true", "-1, true", "many, true"})
    void largeRequestsAreRefusedByTheirLength(String length, boolean expected) {
        assertThat(TriggerFunction.isTooLarge(length)).isEqualTo(expected);
    }

    @Test
    void theBodyIsSkippedWhateverItIs() throws Exception {
        JsonNode request = MAPPER.readTree("{\"body\":{\"headers\":{\"authorization\":\"Bearer of the body\"}},"
                + "\"headers\":{\"authorization\":\"Bearer of the header\"},\"cookies\":[\"a=b\"]}");

        assertThat(TriggerFunction.header(request, "authorization")).isEqualTo("Bearer of the header");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Bearer a-token-of-20-letters, true",
        "bearer a-token-of-20-letters, false",
        "Bearer a-token-of-20-letterz, false",
        "Bearer a-token-of-20-letters-and-more, false",
        "a-token-of-20-letters, false",
        "Bearer, false",
        "'', false"
    })
    void onlyTheWholeTokenIsAccepted(String authorization, boolean expected) {
        assertThat(config("a-token-of-20-letters").accepts(authorization)).isEqualTo(expected);
    }

    @Test
    void withoutATokenNothingIsAccepted() {
        TriggerConfig config = config("");

        assertThat(config.accepts("Bearer ")).isFalse();
        assertThat(config.problems()).extracting(problem -> problem.variable()).containsExactly("TRIGGER_TOKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nineteen-letters-12", "twenty letters and a space", "twenty-letters-and-ä"})
    void aTokenThatIsShortOrNoHeaderIsRefusedWithoutBeingRepeated(String token) {
        assertThat(config(token).problems())
                .singleElement()
                .asString()
                .contains("20 to 200")
                .doesNotContain(token);
    }

    @Test
    void aStartWithoutTokenAndQueueFailsAndNamesBothAndNothingOfARun() {
        Variables variables =
                new Variables(Map.of("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001", "STALE_AFTER", "never")::get);
        Settings settings = new Settings(List.of(new TriggerConfig(variables), new RunConfig(variables)));

        assertThatThrownBy(() -> new FunctionStart().require(null, "trigger", variables, settings))
                .asInstanceOf(InstanceOfAssertFactories.type(SettingsException.class))
                .extracting(SettingsException::problems, InstanceOfAssertFactories.list(Problem.class))
                .extracting(Problem::variable)
                .contains("TRIGGER_TOKEN", "TRIGGER_QUEUE_URL")
                .doesNotContain("STALE_AFTER");
    }

    private static TriggerConfig config(String token) {
        return new TriggerConfig(new Variables(name -> switch (name) {
            case "TRIGGER_TOKEN" -> token;
            case "TRIGGER_QUEUE_URL" -> "https://sqs.eu-west-1.amazonaws.com/123456789012/runs";
            default -> null;
        }));
    }
}
