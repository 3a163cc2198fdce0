package com.elytracloud.status.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The guard's lists, which are files next to its classes. */
final class Words {
    private static final Map<String, Set<String>> LISTS = lines("words.txt")
            .map(line -> line.split(":", 2))
            .collect(Collectors.groupingBy(
                    parts -> parts[0],
                    Collectors.flatMapping(
                            parts -> Arrays.stream(parts[1].strip().split(" ")), Collectors.toSet())));

    private Words() {}

    /** A list of {@code words.txt}. */
    static Set<String> list(String name) {
        return LISTS.get(name);
    }

    /** The lines of a file, without comments and empty lines. */
    static Stream<String> lines(String name) {
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
