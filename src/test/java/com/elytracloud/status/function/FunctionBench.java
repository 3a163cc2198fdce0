package com.elytracloud.status.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.apache.commons.io.FileUtils;

import com.elytracloud.status.testing.LocalLambda;
import com.elytracloud.status.testing.LocalWorld;

/**
 * Compares builds of {@code function.zip}, the first with each other one: the time of the first run with the start of
 * the process, of a later run, and the largest resident memory. The rounds alternate, so that a busy minute slows all of
 * them; the first also unpacks. Linux only, for memory is read from {@code /proc}.
 */
public final class FunctionBench {
    private static final int ROUNDS = 5;
    private static final int WARM_RUNS = 20;

    private FunctionBench() {}

    private record Figures(double firstMillis, double warmMillis, double peakMegabytes) {}

    /**
     * Prints the figures.
     *
     * @param zips the paths of the builds
     */
    public static void main(String... zips) throws Exception {
        Map<Path, List<Figures>> measured = new LinkedHashMap<>();
        try (LocalWorld world = new LocalWorld()) {
            for (int round = 0; round < ROUNDS; round++) {
                for (String zip : zips) {
                    measured.computeIfAbsent(Path.of(zip), path -> new ArrayList<>())
                            .add(measure(Path.of(zip), world));
                }
            }
        }
        List<Figures> base = measured.values().iterator().next();
        measured.forEach((zip, figures) -> {
            System.out.println(zip);
            print("start and first run, ms", Figures::firstMillis, figures, base);
            print("later run, ms", Figures::warmMillis, figures, base);
            print("peak resident memory, MB", Figures::peakMegabytes, figures, base);
        });
    }

    private static Figures measure(Path zip, LocalWorld world) throws Exception {
        Path folder = Files.createTempDirectory("bench");
        long start = System.nanoTime();
        try (LocalLambda function = new LocalLambda(zip, folder, world.variables())) {
            double first = run(function, start);
            List<Double> warm = new ArrayList<>();
            for (int i = 0; i < WARM_RUNS; i++) {
                warm.add(run(function, System.nanoTime()));
            }
            return new Figures(first, median(warm), peak(function.process()));
        } finally {
            FileUtils.deleteQuietly(folder.toFile());
        }
    }

    private static double run(LocalLambda function, long start) throws InterruptedException {
        LocalLambda.Outcome outcome = function.invoke("{}");
        if (outcome.kind() != LocalLambda.Outcome.Kind.RESPONSE) {
            throw new IllegalStateException("a run failed:\n" + function.log());
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double peak(ProcessHandle process) throws IOException {
        return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static void print(String what, ToDoubleFunction<Figures> value, List<Figures> figures, List<Figures> base) {
        double median = median(figures.stream().map(value::applyAsDouble).toList());
        double other = median(base.stream().map(value::applyAsDouble).toList());
        System.out.printf("  %-26s %8.1f   %.2f%n", what, median, median / other);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
