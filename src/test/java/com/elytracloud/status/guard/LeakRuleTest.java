package com.elytracloud.status.guard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LeakRuleTest {
    private final LeakRule figures = LeakRule.of("figures", "three figures", "\\d{3}");

    @ParameterizedTest
    @CsvSource({"a 123, true", "a 12, false"})
    void aRuleFindsItsPatternAnywhere(String text, boolean found) {
        assertThat(figures.matches(text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"123 and 456, true", "456, true", "123, false", "none, false"})
    void eachCandidateIsAskedWhetherItCounts(String text, boolean found) {
        assertThat(figures.where(candidate -> candidate.equals("456")).matches(text))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({"no 123, true", "nr 123, true", "123, false"})
    void withoutOneOfItsSignsThePatternIsNotTried(String text, boolean found) {
        assertThat(figures.signs("no", "nr").matches(text)).isEqualTo(found);
    }

    @Test
    void aRuleKeepsWhatItWasToldBefore() {
        LeakRule rule = figures.signs("1")
                .where(candidate -> candidate.endsWith("3"))
                .withinALine()
                .refuses("123")
                .passes("12");

        assertThat(rule.id()).isEqualTo("figures");
        assertThat(rule.meaning()).isEqualTo("three figures");
        assertThat(rule.signs()).containsExactly("1");
        assertThat(rule.overLines()).isFalse();
        assertThat(rule.leaks()).containsExactly("123");
        assertThat(rule.innocent()).containsExactly("12");
        assertThat(rule.matches("123")).isTrue();
        assertThat(rule.matches("124")).isFalse();
        assertThat(figures.overLines()).isTrue();
    }
}
