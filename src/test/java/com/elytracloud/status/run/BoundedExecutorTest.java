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

    private final BoundedExecutor executor = new BoundedExecutor();

    @AfterEach
    void end() {
        executor.close();
    }

    @Test
    void aCallBringsItsValue() throws Exception {
        assertThat(executor.call(() -> 42, PLENTY)).isEqualTo(42);
    }

    @Test
    void whatACallThrowsIsThrown() {
        IllegalStateException thrown = new IllegalStateException("broken");

        assertThatThrownBy(() -> executor.call(
                        () -> {
                            throw thrown;
                        },
                        PLENTY))
                .isSameAs(thrown);
    }

    @Test
    void anErrorEndsTheCallOnly() {
        StackOverflowError thrown = new StackOverflowError();

        assertThatThrownBy(() -> executor.call(
                        () -> {
                            throw thrown;
                        },
                        PLENTY))
                .isInstanceOf(CompletionException.class)
                .hasCause(thrown);
    }

    @Test
    void aCallThatOverrunsIsInterruptedAndLeftBehind() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> executor.call(() -> sleepUntilInterrupted(interrupted), LITTLE))
                .isInstanceOf(TimeoutException.class);

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void callsRunSideBySide() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);

        Future<Integer> one = executor.start(both::await);
        Future<Integer> other = executor.start(both::await);

        assertThat(BoundedExecutor.await(one, PLENTY) + BoundedExecutor.await(other, PLENTY))
                .isEqualTo(1);
    }

    @Test
    void aCallThatEndedIsReadEvenWithoutTimeLeft() throws Exception {
        Future<Integer> ended = executor.start(() -> 42);
        ended.get(20, TimeUnit.SECONDS);

        assertThat(BoundedExecutor.await(ended, Duration.ZERO)).isEqualTo(42);
    }

    @Test
    void aHangingCallDoesNotKeepTheProcessAlive() throws Exception {
        assertThat(executor.call(() -> Thread.currentThread().isDaemon(), PLENTY))
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
