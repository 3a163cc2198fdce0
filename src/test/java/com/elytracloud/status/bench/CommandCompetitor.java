package com.elytracloud.status.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.elytracloud.status.bench.Figures.Figure;

/**
 * A program that does one run and ends.
 *
 * @param folder where it runs
 * @param command its words, given the options that a JVM would take besides
 */
record CommandCompetitor(
        String name, Path folder, Function<List<String>, List<String>> command, Map<String, String> variables)
        implements Competitor {

    /** A JVM's command: its options go behind the program's name. */
    static Function<List<String>, List<String>> java(List<String> command) {
        return options -> {
            List<String> all = new ArrayList<>(command);
            all.addAll(1, options);
            return all;
        };
    }

    @Override
    public void measure(Figures figures) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = start(List.of());
        end(process);
        figures.add(Figure.COLD, Processes.millisSince(begin));
    }

    @Override
    public void inspect(Figures figures) throws IOException, InterruptedException {
        Path classes = Files.createTempFile("cold-classes", ".log");
        Process process = start(List.of(Processes.loggingClasses(classes)));
        double highest = 0;
        while (process.isAlive()) {
            highest = Math.max(highest, Processes.mebibytes(process.pid(), "VmHWM"));
            Thread.onSpinWait();
        }
        end(process);
        figures.add(Figure.MEMORY, highest);
        if (Files.size(classes) > 0) {
            Processes.countClasses(classes, figures);
        }
        Files.delete(classes);
    }

    private Process start(List<String> options) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.apply(options))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        return builder.start();
    }

    private void end(Process process) throws IOException, InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    "%s ended with %d:%n%s".formatted(name, process.exitValue(), Files.readString(log())));
        }
    }

    private Path log() {
        return folder.resolve("command.log");
    }
}
