package com.elytracloud.status.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.bench.Figures.Figure;

/**
 * A program that does one run and ends.
 *
 * @param folder where it runs
 */
record CommandCompetitor(String name, Path folder, List<String> command, Map<String, String> variables)
        implements Competitor {

    @Override
    public void measure(Figures figures) throws IOException, InterruptedException {
        double before = Processes.processorMillisOfChildren();
        long begin = System.nanoTime();
        end(start(Map.of()));
        figures.add(Figure.COLD, Processes.millisSince(begin));
        figures.add(Figure.PROCESSOR, Processes.processorMillisOfChildren() - before);
    }

    @Override
    public void inspect(Figures figures) throws IOException, InterruptedException {
        Path classes = Files.createTempFile("cold-classes", ".log");
        String option = Processes.loggingClasses(classes);
        // A plain java takes the first, bin/elytra the second.
        Process process = start(Map.of("JDK_JAVA_OPTIONS", option, "ELYTRA_JAVA_OPTIONS", option));
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

    private Process start(Map<String, String> besides) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().clear();
        builder.environment().putAll(variables);
        builder.environment().putAll(besides);
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
