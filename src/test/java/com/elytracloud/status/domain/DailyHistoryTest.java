package com.elytracloud.status.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.DailyHistory.Day;

import static org.assertj.core.api.Assertions.assertThat;

class DailyHistoryTest {
    private static final LocalDate TODAY = LocalDate.parse("2028-02-29");
    private static final Instant NOON = Instant.parse("2028-02-29T12:00:00Z");
    private static final long DAY = 86_400;

    @ParameterizedTest(name = "{0} and {1} make {2}")
    @CsvSource({
        "OPERATIONAL, UNKNOWN, UNKNOWN",
        "UNKNOWN, DEGRADED, DEGRADED",
        "DEGRADED, OUTAGE, OUTAGE",
        "OUTAGE, OPERATIONAL, OUTAGE",
        "UNKNOWN, OPERATIONAL, UNKNOWN",
    })
    void theWorstStatusOfADayRemains(ComponentStatus one, ComponentStatus other, ComponentStatus worst) {
        DailyHistory history = DailyHistory.NONE.with(NOON, one).with(NOON.plusSeconds(60), other);

        assertThat(history.worst()).containsExactly(Map.entry(TODAY, worst));
    }

    @Test
    void aDayBeginsAtMidnightUtc() {
        DailyHistory history = DailyHistory.NONE
                .with(Instant.parse("2028-02-28T23:59:59Z"), ComponentStatus.OUTAGE)
                .with(Instant.parse("2028-02-29T00:00:00Z"), ComponentStatus.OPERATIONAL);

        assertThat(history.worst()).containsEntry(TODAY, ComponentStatus.OPERATIONAL);
    }

    @Test
    void ninetyDaysAreKept() {
        DailyHistory history = DailyHistory.NONE;
        for (int day = 0; day < 200; day++) {
            history = history.with(NOON.plusSeconds(day * DAY), ComponentStatus.OPERATIONAL);
        }

        assertThat(history.worst()).hasSize(90);
        assertThat(history.worst().firstKey()).isEqualTo(TODAY.plusDays(110));
    }

    @Test
    void visitorsSeeNinetyDaysTodayLastAndThoseWithoutARunUnknown() {
        UptimeLedger ledger = UptimeLedger.EMPTY.with(NOON, new UptimeCounts(1, 1, 0, 2));

        List<Day> days = DailyHistory.NONE.with(NOON, ComponentStatus.OUTAGE).days(ledger, NOON);

        assertThat(days).hasSize(90).last().satisfies(today -> {
            assertThat(today.date()).isEqualTo(TODAY);
            assertThat(today.worst()).isEqualTo(ComponentStatus.OUTAGE);
            assertThat(today.percent().orElseThrow()).isEqualByComparingTo("50.00");
            assertThat(today.seen().coverage()).isEqualByComparingTo("1");
        });
        assertThat(days.get(88)).isEqualTo(new Day(TODAY.minusDays(1), ComponentStatus.UNKNOWN, UptimeCounts.NONE));
        assertThat(days.get(0).percent()).isEmpty();
    }

    @ParameterizedTest(name = "{0} of 100 seen while {1} is {2}")
    @CsvSource({"75, OPERATIONAL, OPERATIONAL", "74, OPERATIONAL, UNKNOWN", "74, OUTAGE, OUTAGE"})
    void aDayOfWhichTooLittleWasSeenIsNotGreen(long seen, ComponentStatus published, ComponentStatus shown) {
        Day day = new Day(TODAY, published, new UptimeCounts(seen, 0, 0, 100));

        assertThat(day.worst()).isEqualTo(shown);
        assertThat(day.percent().isPresent()).isEqualTo(seen == 75);
    }
}
