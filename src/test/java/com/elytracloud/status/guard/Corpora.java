package com.elytracloud.status.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The texts of {@code src/test/resources/guard}, which may be exchanged for larger sets. */
final class Corpora {
    private static final String PUBLIC = "# public: ";

    private Corpora() {}

    /** A leak as it would stand in a JSON file. */
    record Leak(String rule, String form, String jsonString) {}

    /** An innocent text, and the public address it is said under. */
    record Innocent(Optional<URI> publicUrl, String text) {}

    static List<Leak> leaks() {
        return lines("leaks.tsv").stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", 3))
                .map(columns -> new Leak(columns[0], columns[1], columns[2]))
                .toList();
    }

    static List<Innocent> innocent() {
        List<Innocent> texts = new ArrayList<>();
        Optional<URI> publicUrl = Optional.empty();
        for (String line : lines("innocent.txt")) {
            if (line.startsWith(PUBLIC)) {
                publicUrl = Optional.of(URI.create(line.substring(PUBLIC.length())));
            } else if (!line.startsWith("#")) {
                texts.add(new Innocent(publicUrl, line));
            }
        }
        return texts;
    }

    private static List<String> lines(String name) {
        try (InputStream in = Corpora.class.getResourceAsStream("/guard/" + name)) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
