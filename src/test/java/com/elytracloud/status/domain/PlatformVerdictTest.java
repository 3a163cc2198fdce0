package com.elytracloud.status.domain;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlatformVerdictTest {
    @Test
    void withoutAnAnswerNothingIsKnownAndTheReasonSaysWhy() {
        Failure failure = new Failure(Failure.Reason.TIMED_OUT, "no answer in 4 s");

        assertThat(failure).hasToString("TIMED_OUT: no answer in 4 s");
        assertThat(PlatformVerdict.unobserved(failure))
                .isEqualTo(new PlatformVerdict(PlatformStatus.UNKNOWN, "SOURCE_TIMED_OUT"));
    }

    @Test
    void aSourceWithoutMonitorsIsNoGoodNews() {
        assertThat(PlatformVerdict.ofAnEmptySource())
                .isEqualTo(new PlatformVerdict(PlatformStatus.UNKNOWN, "SOURCE_EMPTY"));
    }
}
