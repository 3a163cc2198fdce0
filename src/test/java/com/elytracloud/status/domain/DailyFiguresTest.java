package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DailyFiguresTest {
    private static final Instant AT = Instant.parse("2028-02-29T12:05:00Z");

    @Test
    void theNewestFigureOfAnHourStandsForIt() {
        DailyFigures figures = DailyFigures.NONE
                .with(AT, share("0.9"))
                .with(AT.plusSeconds(600), share("0.8"))
                .with(AT.plusSeconds(3_600), share("0.7"));

        assertThat(figures.shares())
                .containsOnlyKeys(AT.plusSeconds(600), AT.plusSeconds(3_600))
                .containsEntry(AT.plusSeconds(600), share("0.8"));
    }

    @Test
    void aFigureThatIsNotTheNewestChangesNothing() {
        DailyFigures figures = DailyFigures.NONE.with(AT, share("0.9"));

        assertThat(figures.with(AT, share("0.1"))).isEqualTo(figures);
        assertThat(figures.with(AT.minusSeconds(1), share("0.1"))).isEqualTo(figures);
    }

    @Test
    void noMoreThanThirtyOneDaysAreKept() {
        DailyFigures figures = DailyFigures.NONE;
        for (int i = 0; i < 6 * 24 * 40; i++) {
            figures = figures.with(AT.plusSeconds(600L * i), BigDecimal.ONE);
        }

        assertThat(figures.shares()).hasSize(DailyFigures.HOURS_KEPT);
        assertThat(Duration.between(
                        figures.shares().firstKey(), figures.shares().lastKey()))
                .isGreaterThan(Duration.ofDays(30));
    }

    @ParameterizedTest(name = "{0} before the figure of 0.9, {1} after that of 0.8")
    @CsvSource({
        "PT2H, PT9H, 0.9",
        "PT2H0.001S, PT9H, ",
        "PT9H, PT2H, 0.8",
        "PT9H, PT2H0.001S, ",
        "PT1H, PT1H1S, 0.9",
        "PT1H1S, PT1H, 0.8",
        "PT1H, PT1H, 0.8",
        "PT0S, PT3H, 0.9",
    })
    void theNearestWithinTwoHoursIsTaken(Duration before, Duration after, BigDecimal nearest) {
        DailyFigures figures =
                DailyFigures.NONE.with(AT.minus(after), share("0.8")).with(AT.plus(before), share("0.9"));

        assertThat(figures.nearest(AT).orElse(null)).isEqualTo(nearest);
    }

    @Test
    void withoutFiguresNoneIsNear() {
        assertThat(DailyFigures.NONE.nearest(AT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void aShareIsFromNoneToAll(String share) {
        assertThat(DailyFigures.NONE.with(AT, share(share)).shares()).containsValue(share(share));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.01", "-0.01"})
    void anyOtherShareIsRefused(String share) {
        assertThatThrownBy(() -> DailyFigures.NONE.with(AT, share(share))).hasMessageContaining(share);
    }

    private static BigDecimal share(String value) {
        return new BigDecimal(value);
    }
}
