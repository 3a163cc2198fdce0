package com.elytracloud.status.backup;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

import static org.assertj.core.api.Assertions.assertThat;

class CrewTest {
    private final Crew crew = new Crew(new BoundedExecutor(), 4);

    @Test
    void noMoreThanTheCrewWorksAtOnceAndAllIsDone() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();

        crew.work(
                Collections.nCopies(60, () -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    pause(2);
                    now.decrementAndGet();
                    done.incrementAndGet();
                }),
                Deadline.in(Duration.ofSeconds(30)));

        assertThat(done).hasValue(60);
        assertThat(most.get()).isBetween(2, 4);
    }

    @Test
    void whatHangsIsLeftAtTheDeadlineAndWhatWasNotBegunStaysUndone() {
        AtomicInteger begun = new AtomicInteger();
        long before = System.nanoTime();

        crew.work(
                Collections.nCopies(60, () -> {
                    begun.incrementAndGet();
                    pause(60_000);
                }),
                Deadline.in(Duration.ofMillis(200)));

        assertThat(begun).hasValue(4);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void nothingToDoIsNothing() {
        crew.work(List.of(), Deadline.in(Duration.ofSeconds(1)));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
