package com.elytracloud.status.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JDK to measure with; its name is its feature number. */
record Jdk(String name, Path home) {
    /** The running one, and the one that {@code BENCH_JDK} names. */
    static List<Jdk> all() throws IOException {
        List<Jdk> all = new ArrayList<>();
        all.add(at(Path.of(System.getProperty("java.home"))));
        String other = System.getenv("BENCH_JDK");
        if (other == null) {
            System.out.println("left out: another JDK, whose home BENCH_JDK would name");
        } else {
            all.add(at(Path.of(other)));
        }
        return all;
    }

    private static Jdk at(Path home) throws IOException {
        return Files.readAllLines(home.resolve("release")).stream()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceAll("[^0-9.]", "").split("\\.", 2)[0])
                .map(name -> new Jdk(name, home))
                .findFirst()
                .orElseThrow();
    }
}
