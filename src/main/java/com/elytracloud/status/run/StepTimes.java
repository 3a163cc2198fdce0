package com.elytracloud.status.run;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

import com.elytracloud.status.run.RunFigures.Step;

/** How long each step of one run took. */
final class StepTimes {
    private final Deadline deadline;
    private final Map<Step, Long> millis = new EnumMap<>(Step.class);

    /** Begins with the run. */
    StepTimes(Deadline deadline) {
        this.deadline = deadline;
    }

    /** By when the run must have ended. */
    Deadline deadline() {
        return deadline;
    }

    /** Takes a step and its time. */
    <T> T take(Step step, Supplier<T> what) {
        Duration before = deadline.elapsed();
        T result = what.get();
        millis.put(step, deadline.elapsed().minus(before).toMillis());
        return result;
    }

    /** Those that were taken. */
    Map<Step, Long> toMillis() {
        return Map.copyOf(millis);
    }
}
