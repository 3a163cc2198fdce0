package com.elytracloud.status.domain;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.AlertState.Seen;

import static org.assertj.core.api.Assertions.assertThat;

class AlertStateTest {
    private static final Instant AT = Instant.parse("2028-02-29T12:00:00Z");

    @ParameterizedTest(name = "number {0}, {1} later than number 7: after it {2}, behind it {3}")
    @CsvSource({
        "8, PT10M, true, false",
        "8, PT0S, true, false",
        "7, PT0S, false, false",
        "6, PT0S, false, true",
        "6, PT10M, true, true",
        "8, -PT1S, false, true",
        "0, PT0S, false, false",
        "0, PT10M, true, false",
        "0, -PT1S, false, true"
    })
    void anEditionIsAfterOrBehindAnother(long seq, Duration later, boolean isAfter, boolean isBehind) {
        Seen other = new Seen(7, AT);
        Seen revision = new Seen(seq, AT.plus(later));

        assertThat(revision.isAfter(other)).isEqualTo(isAfter);
        assertThat(revision.isBehind(other)).isEqualTo(isBehind);
    }

    @Test
    void aBookTakesTheNewestEditionIn() {
        Seen revision = new Seen(7, AT);

        assertThat(AlertState.EMPTY.having(revision).newest()).isEqualTo(revision);
    }
}
