package com.elytracloud.status.domain;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.testing.MonitorBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MonitorReadingTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "0.5", "1", "1.000"})
    void aShareLiesBetweenNeverAndAlways(String share) {
        assertThat(reading(share).uptime()).containsEntry(UptimeWindow.LAST_24H, new BigDecimal(share));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.0001", "1.0001", "100"})
    void anyOtherIsRefusedWithItsWindow(String share) {
        assertThatThrownBy(() -> reading(share))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LAST_24H");
    }

    private static MonitorReading reading(String share) {
        return MonitorBuilder.aMonitor("1")
                .withUptime(UptimeWindow.LAST_24H, share)
                .reading();
    }
}
