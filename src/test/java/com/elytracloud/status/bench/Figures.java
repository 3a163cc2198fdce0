package com.elytracloud.status.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Everything measured of one competitor. */
final class Figures {
    private final Map<Figure, List<Double>> samples = new EnumMap<>(Figure.class);

    /** What is measured. */
    enum Figure {
        /** From the start of the process to the answer, or to its end, in ms. */
        COLD,
        /** Of all processors, from the start of the process to the first answer, or to its end, in ms. */
        PROCESSOR,
        /** From the start of the process until it asks for its first event, in ms. */
        START,
        /** From the event, or from the restore, to the first answer, in ms. */
        FIRST,
        /** The second invocation, in ms. */
        SECOND,
        /** Invocations 2 to 100, in ms. */
        WARM,
        /** The last 20 of them, in ms. */
        LATE,
        /** Resident memory after the first answer, or at its highest, in MiB. */
        MEMORY,
        CLASSES,
        /** Of them, from an archive. */
        SHARED
    }

    void add(Figure figure, double value) {
        samples.computeIfAbsent(figure, any -> new ArrayList<>()).add(value);
    }

    OptionalDouble median(Figure figure) {
        return quantile(figure, 0.5);
    }

    OptionalDouble quantile(Figure figure, double share) {
        List<Double> sorted =
                samples.getOrDefault(figure, List.of()).stream().sorted().toList();
        return sorted.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(sorted.get((int) Math.floor(share * (sorted.size() - 1))));
    }
}
