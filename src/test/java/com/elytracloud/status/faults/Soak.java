package com.elytracloud.status.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import com.elytracloud.status.faults.Entry.End;
import com.elytracloud.status.faults.Promise.Ends;
import com.elytracloud.status.testing.LocalLambda;

/** Runs of one process of the function, one after the other, each in a world that something has just happened to. */
final class Soak implements AutoCloseable {
    private static final int MISHAPS_AT_ONCE = 2;
    private static final int RUNS_OF_A_REST = 3;
    private static final int ONE_IN_SO_MANY_MEETS_ANOTHER = 25;

    private final BrokenWorld world;
    private final Random random;
    private final Entry.Function function;
    private final Entry.Function rival;
    private final Map<Ends, Integer> ends = new EnumMap<>(Ends.class);
    private int runs;

    /** How the fleet is. */
    enum Fleet {
        UP,
        SOME_DOWN,
        MOST_DOWN
    }

    /** What was done to the world, and how the run ended in it. */
    record Episode(int number, Fleet fleet, Set<Mishap> mishaps, boolean meets, End end, Duration took) {
        boolean has(Mishap.Loss loss) {
            return mishaps.stream().anyMatch(mishap -> mishap.loss() == loss);
        }

        @Override
        public String toString() {
            return "run %d, %s, %s%s, %s in %d ms: %s"
                    .formatted(
                            number,
                            fleet,
                            mishaps,
                            meets ? " and another run" : "",
                            end.how(),
                            took.toMillis(),
                            end.told());
        }
    }

    Soak(Path folder, long seed) throws IOException {
        world = new BrokenWorld();
        random = new Random(seed);
        function = start(folder.resolve("function"));
        rival = start(folder.resolve("rival"));
    }

    /** One run, and the six invariants after it. */
    void run() throws Exception {
        world.heal();
        Fleet fleet = pick(Fleet.values());
        Set<Mishap> mishaps = befall(fleet);
        boolean meets = random.nextInt(ONE_IN_SO_MANY_MEETS_ANOTHER) == 0;
        AlertSignal before = AlertSignal.of(world);
        long start = System.nanoTime();
        CompletableFuture<End> other =
                meets ? CompletableFuture.supplyAsync(() -> run(rival)) : CompletableFuture.completedFuture(null);
        End end = function.run();
        other.join();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        world.heal();
        ends.merge(end.how(), 1, Integer::sum);
        runs++;
        new Invariants(new Episode(runs, fleet, mishaps, meets, end, took), before, AlertSignal.of(world)).require();
    }

    /** Some runs without a mishap: what the process holds after them is what it keeps. */
    void rest() throws Exception {
        world.heal();
        for (int i = 0; i < RUNS_OF_A_REST; i++) {
            function.run();
        }
    }

    /** How often a run ended how. */
    Map<Ends, Integer> ends() {
        return ends;
    }

    /** The process that all runs are done by. */
    ProcessHandle process() {
        return function.lambda().process();
    }

    @Override
    public void close() {
        function.close();
        rival.close();
        world.close();
    }

    private Set<Mishap> befall(Fleet fleet) {
        switch (fleet) {
            case UP -> world.kuma().recover();
            case SOME_DOWN -> world.kuma().failOne();
            case MOST_DOWN -> world.kuma().failMost();
        }
        // One of each loss: a second one at the same door would undo the first.
        Map<Mishap.Loss, Mishap> mishaps = new EnumMap<>(Mishap.Loss.class);
        for (int i = random.nextInt(MISHAPS_AT_ONCE + 1); i > 0; i--) {
            Mishap mishap = pick(Mishap.values());
            mishaps.put(mishap.loss(), mishap);
        }
        mishaps.values().forEach(mishap -> mishap.befall(world, random));
        return Set.copyOf(mishaps.values());
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private Entry.Function start(Path folder) throws IOException {
        // Storage that breaks every connection takes all the time there is: the less, the more runs.
        Map<String, String> variables = world.variables();
        variables.put("RUN_DEADLINE", "PT12S");
        return new Entry.Function(new LocalLambda(Entry.BUILD.resolve("function.zip"), folder, variables));
    }

    private static End run(Entry entry) {
        try {
            return entry.run();
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }
}
