package com.elytracloud.status.assess;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.PlatformStatus;

import static com.elytracloud.status.domain.PlatformStatus.DEGRADED;
import static com.elytracloud.status.domain.PlatformStatus.OPERATIONAL;
import static com.elytracloud.status.domain.PlatformStatus.OUTAGE;
import static com.elytracloud.status.domain.PlatformStatus.UNKNOWN;
import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** The runs themselves are in the vectors; here is when they count. */
class FlapFilterTest {
    private FlapState flaps = FlapState.NONE;

    @ParameterizedTest(name = "the second outage after {0} s: {1}")
    @CsvSource({"1, DEGRADED", "59, DEGRADED", "60, OUTAGE", "600, OUTAGE"})
    void twoRunsConfirmAnOutageIfTheyAreAMinuteApart(int seconds, PlatformStatus expected) {
        at(0, OUTAGE);

        assertThat(at(seconds, OUTAGE)).isEqualTo(expected);
    }

    @Test
    void runsInBetweenDoNotPostponeTheSecond() {
        at(0, OUTAGE);
        at(20, OUTAGE);
        at(40, OUTAGE);

        assertThat(at(60, OUTAGE)).isEqualTo(OUTAGE);
    }

    @Test
    void theFirstBadRunCountsHoweverCloseTheGoodOneBeforeItWas() {
        at(0, OPERATIONAL);
        at(10, OUTAGE);

        assertThat(at(60, OUTAGE)).isEqualTo(DEGRADED);
        assertThat(at(70, OUTAGE)).isEqualTo(OUTAGE);
    }

    @ParameterizedTest(name = "the second good run after {0} s: {1}")
    @CsvSource({"59, DEGRADED", "60, OPERATIONAL"})
    void twoRunsConfirmTheEndOfAnOutageIfTheyAreAMinuteApart(int seconds, PlatformStatus expected) {
        confirmOutage();
        at(30, OPERATIONAL);

        assertThat(at(30 + seconds, OPERATIONAL)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "unknown again after {0} s, then an outage: {1}")
    @CsvSource({"59, OUTAGE", "60, DEGRADED"})
    void twoUnknownRunsForgetTheFirstOutageIfTheyAreAMinuteApart(int seconds, PlatformStatus expected) {
        at(0, OUTAGE);
        at(100, UNKNOWN);
        assertThat(at(100 + seconds, UNKNOWN)).isEqualTo(UNKNOWN);

        assertThat(at(300, OUTAGE)).isEqualTo(expected);
    }

    @Test
    void aClockThatWasSetBackDoesNotStopTheCount() {
        at(0, OUTAGE);

        assertThat(at(-3_600, OUTAGE)).isEqualTo(OUTAGE);
    }

    private void confirmOutage() {
        at(-60, OUTAGE);
        assertThat(at(0, OUTAGE)).isEqualTo(OUTAGE);
    }

    private PlatformStatus at(int seconds, PlatformStatus raw) {
        Instant now = NOW.plusSeconds(seconds);
        FlapFilter.Filtered filtered = FlapFilter.filter(flaps, raw, false, now);
        flaps = filtered.next();
        return filtered.published();
    }
}
