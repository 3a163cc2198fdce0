package com.elytracloud.status.domain;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MonitorIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "9", "a", "z", "A", "Z", "-", "_", "2_b-C9"})
    void lettersDigitsAndTwoSignsAreAnId(String value) {
        assertThat(new MonitorId(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", ":", "@", "[", "`", "{", "ä", "1 2", "1,2", "1\n"})
    void nothingElseIs(String value) {
        assertThatThrownBy(() -> new MonitorId(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 64");
    }

    @Test
    void anIdHasAtMostSixtyFourCharacters() {
        assertThat(MonitorId.isValid("1".repeat(64))).isTrue();
        assertThat(MonitorId.isValid("1".repeat(65))).isFalse();
    }

    @Test
    void wholeNumbersSortAsNumbers() {
        assertThat(new MonitorId("9")).isLessThan(new MonitorId("10"));
        assertThat(new MonitorId("11")).isGreaterThan(new MonitorId("10"));
    }
}
