package com.elytracloud.status.config;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DurationTextTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "4h, PT4H",
        "90m, PT1H30M",
        "1h30m, PT1H30M",
        "1d, P1D",
        "1d12h, P1DT12H",
        "45s, PT45S",
        "PT30M, PT30M",
        "' 2H ', PT2H",
        "P1D, P1D",
        "pt4h, PT4H"
    })
    void aDurationIsReadInTheFormsThatOperatorsWrite(String text, Duration expected) {
        assertThat(DurationText.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "h", "4 hours", "1m1h", "four", "P", "4h!", "99999999999999999999d"})
    void anythingElseIsNone(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }
}
