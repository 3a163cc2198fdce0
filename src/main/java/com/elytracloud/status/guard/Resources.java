package com.elytracloud.status.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The guard's rules and lists of words, which are files next to its classes. */
final class Resources {
    private static final Map<String, Set<String>> WORDS = wordLists();

    private Resources() {}

    /** The lines of a file, without comments and empty lines. */
    static Stream<String> lines(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list of {@code words.txt}. */
    static Set<String> words(String name) {
        return WORDS.get(name);
    }

    private static Map<String, Set<String>> wordLists() {
        Map<String, Set<String>> lists = new HashMap<>();
        Set<String> current = new HashSet<>();
        for (String line : lines("words.txt").toList()) {
            if (line.endsWith(":")) {
                current = new HashSet<>();
                lists.put(line.substring(0, line.length() - 1), current);
            } else {
                current.addAll(Arrays.asList(line.split(" ")));
            }
        }
        return lists;
    }
}
