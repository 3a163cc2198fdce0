package com.elytracloud.status.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Measures how fast the two entries are from cold, beside a script in Python: {@code docs/performance.md} tells how to
 * start it. Fresh processes in random order; prints medians as tables.
 *
 * <p>Arguments: {@code rounds=3}, {@code only=PART,PART} of the competitors' names, {@code seed=N}.
 */
public final class ColdStartBench {
    private final Map<Competitor, Figures> measured = new LinkedHashMap<>();

    private ColdStartBench(List<Competitor> competitors) {
        competitors.forEach(competitor -> measured.put(competitor, new Figures()));
    }

    /** Prints the tables. */
    public static void main(String[] arguments) throws Exception {
        int rounds = argument("rounds", arguments).map(Integer::valueOf).orElse(3);
        List<String> only = List.of(argument("only", arguments).orElse("").split(",", -1));
        long seed = argument("seed", arguments).map(Long::valueOf).orElse(1L);
        Path folder = Files.createTempDirectory("cold-bench");
        try (ColdWorld world = new ColdWorld()) {
            List<Competitor> all = new Field(world, folder).competitors();
            List<Competitor> chosen = all.stream()
                    .filter(competitor -> only.stream().anyMatch(competitor.name()::contains))
                    .toList();
            if (chosen.isEmpty()) {
                throw new IllegalArgumentException("only=%s; there are %s".formatted(only, all));
            }
            new ColdStartBench(chosen).run(rounds, new Random(seed));
        }
        System.exit(0);
    }

    private static Optional<String> argument(String name, String... arguments) {
        for (String argument : arguments) {
            if (argument.startsWith(name + "=")) {
                return Optional.of(argument.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    private void run(int rounds, Random order) throws IOException, InterruptedException {
        for (Map.Entry<Competitor, Figures> each : measured.entrySet()) {
            // Also its first sight of the world: what is measured is a run among many.
            each.getKey().inspect(each.getValue());
        }
        List<Competitor> field = new ArrayList<>(measured.keySet());
        for (int round = 1; round <= rounds; round++) {
            Collections.shuffle(field, order);
            for (Competitor competitor : field) {
                competitor.measure(measured.get(competitor));
            }
            System.err.printf("round %d of %d%n", round, rounds);
            // After each, so that a series that is broken off has told something.
            ColdTables.print(measured);
        }
    }
}
