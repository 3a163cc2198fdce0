package com.elytracloud.status.run;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineTest {
    /** Almost at its end, so that every deadline here lies beyond the overflow. */
    private long nanos;

    private Deadline deadline;

    @BeforeEach
    void begin() {
        nanos = Long.MAX_VALUE - 1;
        deadline = Deadline.in(Duration.ofSeconds(10), () -> nanos);
    }

    @ParameterizedTest(name = "after {0}: {1} left, passed {2}")
    @CsvSource({"PT0S, PT10S, false", "PT9.999999999S, PT0.000000001S, false", "PT10S, PT0S, true", "PT11S, PT0S, true"
    })
    void whatIsLeftShrinksToZeroAndStaysThere(Duration passed, Duration left, boolean over) {
        pass(passed);

        assertThat(deadline.remaining()).isEqualTo(left);
        assertThat(deadline.hasPassed()).isEqualTo(over);
    }

    @ParameterizedTest(name = "at most {0} after {1}: {2}")
    @CsvSource({"PT4S, PT5S, PT4S", "PT6S, PT5S, PT5S", "PT5S, PT5S, PT5S", "PT4S, PT12S, PT0S"})
    void aStepGetsItsOwnLimitOrWhatIsLeft(Duration limit, Duration passed, Duration granted) {
        pass(passed);

        assertThat(deadline.atMost(limit)).isEqualTo(granted);
        assertThat(deadline.within(limit).remaining()).isEqualTo(granted);
    }

    @Test
    void aPartEndsByItself() {
        Deadline part = deadline.within(Duration.ofSeconds(3));

        pass(Duration.ofSeconds(3));

        assertThat(part.hasPassed()).isTrue();
        assertThat(deadline.remaining()).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest(name = "keeping {0}: {1}")
    @CsvSource({"PT9S, PT1S", "PT10S, PT0S", "PT11S, PT0S"})
    void timeIsKeptForWhatComesAfterwards(Duration reserve, Duration left) {
        assertThat(deadline.keeping(reserve).remaining()).isEqualTo(left);
    }

    @Test
    void theMachinesOwnCountRunsTowardsTheEnd() {
        Deadline real = Deadline.in(Duration.ofHours(1));

        assertThat(real.remaining()).isPositive().isLessThanOrEqualTo(Duration.ofHours(1));
        assertThat(Deadline.in(Duration.ZERO).hasPassed()).isTrue();
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }
}
