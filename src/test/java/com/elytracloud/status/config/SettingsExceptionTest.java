package com.elytracloud.status.config;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsExceptionTest {
    @Test
    void everyProblemHasALineOfItsOwn() {
        SettingsException told =
                new SettingsException(List.of(new Problem("A", "is missing"), new Problem("B", "is odd")));

        assertThat(told).hasMessage("the configuration has 2 problem(s):\n  A: is missing\n  B: is odd");
    }
}
