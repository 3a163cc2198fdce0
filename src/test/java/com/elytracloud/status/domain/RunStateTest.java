package com.elytracloud.status.domain;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.testing.StateBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class RunStateTest {
    private static final RunState SEVENTH = StateBuilder.aState(7);

    @Test
    void theNumberNeverGoesBack() {
        assertThat(SEVENTH.published(6, ComponentStatus.OPERATIONAL, Map.of()).seq())
                .isEqualTo(7);
        assertThat(SEVENTH.published(9, ComponentStatus.OPERATIONAL, Map.of()).seq())
                .isEqualTo(9);
    }

    @Test
    void whatAPersonSaidMakesTheDayWorse() {
        LocalDate today = LocalDate.ofInstant(SEVENTH.writtenAt(), ZoneOffset.UTC);

        RunState told = SEVENTH.published(0, ComponentStatus.OUTAGE, Map.of())
                .published(0, ComponentStatus.OPERATIONAL, Map.of());

        assertThat(told.history().worst()).containsEntry(today, ComponentStatus.OUTAGE);
        assertThat(told.seq()).isEqualTo(7);
    }
}
