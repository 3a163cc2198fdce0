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
        assertThat(SEVENTH.atLeast(6)).isEqualTo(SEVENTH);
        assertThat(SEVENTH.atLeast(9)).isEqualTo(StateBuilder.aState(9));
    }

    @Test
    void whatAPersonSaidMakesTheDayWorse() {
        LocalDate today = LocalDate.ofInstant(SEVENTH.writtenAt(), ZoneOffset.UTC);

        RunState told =
                SEVENTH.published(ComponentStatus.OUTAGE, Map.of()).published(ComponentStatus.OPERATIONAL, Map.of());

        assertThat(told.history().worst()).containsEntry(today, ComponentStatus.OUTAGE);
        assertThat(told.seq()).isEqualTo(7);
    }
}
