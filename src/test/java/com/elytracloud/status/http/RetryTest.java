package com.elytracloud.status.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.run.Deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class RetryTest {
    private static final RetryPolicy THRICE = new RetryPolicy(3, Duration.ofSeconds(4), Duration.ofMillis(2));

    private final AtomicInteger attempts = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"true, 3", "false, 1"})
    void onlyATransientFailureIsTriedAgain(boolean isTransient, int expected) {
        assertThatThrownBy(() -> THRICE.withRetries(minute(), limit -> {
                    attempts.incrementAndGet();
                    throw isTransient
                            ? ApiCallException.transientFailure(Reason.SERVER_ERROR, "down", Duration.ZERO)
                            : ApiCallException.permanentFailure(Reason.UNAUTHORIZED, "no");
                }))
                .isInstanceOf(ApiCallException.class);

        assertThat(attempts).hasValue(expected);
    }

    @Test
    void anAttemptMayTakeItsTimeoutOrWhatIsLeftOfTheDeadline() throws Exception {
        assertThat(THRICE.<Duration>withRetries(minute(), limit -> limit)).isEqualTo(THRICE.timeout());
        assertThat(THRICE.<Duration>withRetries(Deadline.in(Duration.ofSeconds(1)), limit -> limit))
                .isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aPauseBeyondTheDeadlineEndsTheAttempts() {
        assertThatThrownBy(() -> THRICE.withRetries(minute(), limit -> {
                    attempts.incrementAndGet();
                    throw ApiCallException.transientFailure(Reason.THROTTLED, "429", Duration.ofHours(1));
                }))
                .isInstanceOf(ApiCallException.class);

        assertThat(attempts).hasValue(1);
    }

    @Test
    void anInterruptionEndsTheAttempts() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> THRICE.withRetries(minute(), limit -> {
                    attempts.incrementAndGet();
                    throw ApiCallException.transientFailure(Reason.SERVER_ERROR, "down", Duration.ZERO);
                }))
                .isInstanceOf(ApiCallException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(attempts).hasValue(1);
    }

    private static Deadline minute() {
        return Deadline.in(Duration.ofMinutes(1));
    }
}
