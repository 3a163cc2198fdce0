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

    // As Linux counts for programs, whatever the kernel's own clock.
    private static final double MILLIS_PER_TICK = 10;

    /** What a process has taken of the processors so far, in ms. */
    static double processorMillis(long pid) throws IOException {
        String[] fields = fieldsBehindTheName(Long.toString(pid));
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_PER_TICK;
    }

    /** What all children of ours that have ended took, with their own, in ms. */
    static double processorMillisOfChildren() throws IOException {
        String[] fields = fieldsBehindTheName("self");
        return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) * MILLIS_PER_TICK;
    }

    private static String[] fieldsBehindTheName(String pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", pid, "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
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
        long shared = lines.stream()
                .filter(line -> line.contains("shared objects file"))
                .count();
        figures.add(Figure.SHARED, (double) shared);
    }

    static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }
}
