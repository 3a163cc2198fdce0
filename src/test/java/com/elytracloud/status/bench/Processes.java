package com.elytracloud.status.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.elytracloud.status.bench.Figures.Figure;

/** What Linux and the JVM tell of a process. */
final class Processes {
    private Processes() {}

    /** A line of the process's status in MiB; 0 where there is none. */
    static double mebibytes(long pid, String name) {
        try {
            return Files.readAllLines(Path.of("/proc/%d/status".formatted(pid))).stream()
                    .filter(line -> line.startsWith(name + ":"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // it has ended
        }
    }

    /** The option that makes a JVM write down the classes it loads. */
    static String loggingClasses(Path file) {
        return "-Xlog:class+load:file=" + file;
    }

    static void countClasses(Path file, Figures figures) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> line.contains(" source: "))
                .toList();
        figures.add(Figure.CLASSES, lines.size());
        figures.add(
                Figure.SHARED,
                lines.stream()
                        .filter(line -> line.contains("shared objects file"))
                        .count());
    }

    static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }
}
