package com.elytracloud.status.domain;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UptimeLedgerTest {
    private static final Instant MIDNIGHT = Instant.parse("2028-03-01T00:00:00Z");
    private static final long HOUR = MIDNIGHT.getEpochSecond() / 3_600;
    private static final long DAY = MIDNIGHT.getEpochSecond() / 86_400;
    private static final UptimeCounts UP = new UptimeCounts(2, 0, 0, 2);
    private static final UptimeCounts DOWN = new UptimeCounts(0, 2, 0, 2);

    @Test
    void theFirstSampleSpeaksForTenMinutesAndIsSplitAtTheHourAndTheDay() {
        UptimeLedger ledger = UptimeLedger.EMPTY.with(MIDNIGHT.plusSeconds(200), UP);

        assertThat(ledger.hours())
                .containsOnlyKeys(HOUR - 1, HOUR)
                .containsEntry(HOUR - 1, new UptimeCounts(800, 0, 0, 800))
                .containsEntry(HOUR, new UptimeCounts(400, 0, 0, 400));
        assertThat(ledger.days())
                .containsOnlyKeys(DAY - 1, DAY)
                .containsEntry(DAY - 1, new UptimeCounts(800, 0, 0, 800))
                .containsEntry(DAY, new UptimeCounts(400, 0, 0, 400));
    }

    @Test
    void aSampleAtTheFullHourBelongsToTheHourThatEnds() {
        UptimeLedger ledger = UptimeLedger.EMPTY.with(MIDNIGHT, UP);

        assertThat(ledger.hours()).containsOnlyKeys(HOUR - 1);
    }

    @Test
    void ofALongGapOnlyTheLastQuarterHourIsKnown() {
        UptimeLedger ledger = UptimeLedger.EMPTY.with(MIDNIGHT, UP).with(MIDNIGHT.plusSeconds(2 * 3_600 + 300), DOWN);

        assertThat(ledger.hours())
                .containsEntry(HOUR, new UptimeCounts(0, 0, 0, 7_200))
                .containsEntry(HOUR + 1, new UptimeCounts(0, 1_200, 0, 7_200))
                .containsEntry(HOUR + 2, new UptimeCounts(0, 600, 0, 600));
    }

    @Test
    void aRunThatSawNoScopeExpectsWhatTheOneBeforeSaw() {
        UptimeLedger ledger = UptimeLedger.EMPTY.with(MIDNIGHT, UP).with(MIDNIGHT.plusSeconds(600), UptimeCounts.NONE);

        assertThat(ledger.hours()).containsEntry(HOUR, new UptimeCounts(0, 0, 0, 1_200));
        assertThat(ledger.weight()).isEqualTo(2);
    }

    @Test
    void aFirstRunThatSawNothingLeavesNoTimeKnown() {
        UptimeLedger ledger = UptimeLedger.EMPTY.with(MIDNIGHT, UptimeCounts.NONE);

        assertThat(ledger.hours()).containsEntry(HOUR - 1, new UptimeCounts(0, 0, 0, 600));
    }

    @Test
    void aSampleOfTheSameSecondOrOlderChangesNothing() {
        UptimeLedger ledger = UptimeLedger.EMPTY.with(MIDNIGHT, UP);

        assertThat(ledger.with(MIDNIGHT.plusMillis(999), DOWN)).isEqualTo(ledger);
        assertThat(ledger.with(MIDNIGHT.minusSeconds(300), DOWN)).isEqualTo(ledger);
    }

    @Test
    void afterYearsOfSilenceTheLedgerIsStillWithinItsBounds() {
        UptimeLedger ledger = UptimeLedger.EMPTY.with(MIDNIGHT, UP).with(MIDNIGHT.plusSeconds(1_000L * 86_400), UP);

        assertThat(ledger.hours())
                .hasSize(UptimeLedger.HOURS_KEPT)
                .doesNotContainKey(HOUR - 1)
                .containsEntry(HOUR + 24_000 - UptimeLedger.HOURS_KEPT, new UptimeCounts(0, 0, 0, 7_200));
        assertThat(ledger.days()).hasSize(UptimeLedger.DAYS_KEPT);
    }

    @Test
    void aCellThatSawMoreThanExpectedIsRefused() {
        assertThatThrownBy(() -> new UptimeCounts(5, 3, 3, 10)).hasMessageContaining("up 5, down 3 and maintenance 3");
    }
}
