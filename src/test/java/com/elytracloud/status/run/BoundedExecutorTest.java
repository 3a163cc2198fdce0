package com.elytracloud.status.run;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BoundedExecutorTest {
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static final Duration LITTLE = Duration.ofMillis(20);

    private final BoundedExecutor workers = new BoundedExecutor();

    @AfterEach
    void end() {
        workers.close();
    }

    @Test
    void aCallBringsItsValue() throws Exception {
        assertThat(workers.call(() -> 42, PLENTY)).isEqualTo(42);
    }

    @Test
    void whatACallThrowsIsThrown() {
        IllegalStateException thrown = new IllegalStateException("broken");

        assertThatThrownBy(() -> workers.call(
                        () -> {
                            throw thrown;
                        },
                        PLENTY))
                .isSameAs(thrown);
    }

    @Test
    void anErrorEndsTheCallOnly() {
        StackOverflowError thrown = new StackOverflowError();

        assertThatThrownBy(() -> workers.call(
                        () -> {
                            throw thrown;
                        },
                        PLENTY))
                .isInstanceOf(CompletionException.class)
                .hasCause(thrown);
    }

    @Test
    void aCallThatOthersWaitForGoesOn() throws Exception {
        Future<Integer> started = workers.start(() -> {
            Thread.sleep(PLENTY.toMillis());
            return 42;
        });

        assertThatThrownBy(() -> BoundedExecutor.get(started, LITTLE)).isInstanceOf(TimeoutException.class);
        assertThat(started.isCancelled()).isFalse();
    }

    @Test
    void aCallThatOverrunsIsInterruptedAndLeftBehind() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> workers.call(() -> sleepUntilInterrupted(interrupted), LITTLE))
                .isInstanceOf(TimeoutException.class);

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void callsRunSideBySide() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);

        Future<Integer> one = workers.start(both::await);
        Future<Integer> other = workers.start(both::await);

        assertThat(BoundedExecutor.await(one, PLENTY) + BoundedExecutor.await(other, PLENTY))
                .isEqualTo(1);
    }

    @Test
    void aCallThatEndedIsReadEvenWithoutTimeLeft() throws Exception {
        Future<Integer> ended = workers.start(() -> 42);
        ended.get(20, TimeUnit.SECONDS);

        assertThat(BoundedExecutor.await(ended, Duration.ZERO)).isEqualTo(42);
    }

    @Test
    void aHangingCallDoesNotKeepTheProcessAlive() throws Exception {
        assertThat(workers.call(() -> Thread.currentThread().isDaemon(), PLENTY))
                .isTrue();
    }

    private static Void sleepUntilInterrupted(CountDownLatch interrupted) {
        try {
            Thread.sleep(PLENTY.toMillis());
        } catch (InterruptedException e) {
            interrupted.countDown();
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
