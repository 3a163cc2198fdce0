package com.elytracloud.status.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The names of all settings, as .env.example explains them; finds names that are probably misspelt. */
public final class KnownVariables {
    private static final Pattern SETTING = Pattern.compile("(?m)^#?([A-Z][A-Z0-9_]+)=");
    /** Read by the command line's script or before the settings, or set by systemd. */
    private static final Set<String> ELSEWHERE = Set.of(EnvFile.VARIABLE, "ELYTRA_JAVA_OPTIONS", "STATE_DIRECTORY");
    /** First words of names that other programs use too. */
    private static final Set<String> SHARED = Set.of("AWS", "QUARKUS", "TLS");

    private final Set<String> names;
    private final Set<String> prefixes;

    /** Takes the names from an explained example file. */
    public KnownVariables(String example) {
        this.names = SETTING.matcher(example)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.prefixes = names.stream()
                .map(name -> name.replaceFirst("_.*", "_"))
                .filter(prefix -> !SHARED.contains(prefix.replace("_", "")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of the example file that is packaged with the program. */
    public static KnownVariables packaged() {
        try (InputStream in = KnownVariables.class.getResourceAsStream("/.env.example")) {
            return new KnownVariables(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, in the order of the example. */
    public Set<String> names() {
        return Set.copyOf(names);
    }

    /**
     * A sentence about each unknown name that looks like a setting. In a file every such name is reported. The
     * environment is shared with other programs, so there only names close to a known one are reported.
     */
    public List<Problem> unknown(Collection<String> ofTheFile, Collection<String> ofTheEnvironment) {
        List<Problem> unknown = new ArrayList<>();
        for (String name : ofTheFile) {
            Optional<String> closest = closest(name);
            if (isUnknown(name) && (closest.isPresent() || prefixes.stream().anyMatch(name::startsWith))) {
                unknown.add(new Problem(name, sentence(closest)));
            }
        }
        for (String name : ofTheEnvironment) {
            if (isUnknown(name) && !ofTheFile.contains(name)) {
                closest(name).ifPresent(known -> unknown.add(new Problem(name, sentence(Optional.of(known)))));
            }
        }
        return unknown.stream().sorted(Comparator.comparing(Problem::variable)).toList();
    }

    private boolean isUnknown(String name) {
        return !names.contains(name) && !ELSEWHERE.contains(name);
    }

    private static String sentence(Optional<String> closest) {
        return "is not a setting and has no effect"
                + closest.map(name -> "; did you mean %s?".formatted(name)).orElse("; .env.example lists all settings");
    }

    // A name is close if few letters differ, or if it is the beginning of a known name.
    private Optional<String> closest(String name) {
        String upper = name.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
        boolean isOurs = prefixes.stream().anyMatch(upper::startsWith);
        return names.stream()
                .filter(known -> distance(known, upper) <= (isOurs ? upper.length() / 5 : 2)
                        || (isOurs && extendsByAWord(known, upper)))
                .min(Comparator.comparingInt(known -> distance(known, upper)));
    }

    private static boolean extendsByAWord(String known, String name) {
        return name.contains("_") && known.startsWith(name + "_");
    }

    /** Levenshtein's distance: letters to insert, delete or replace. */
    private static int distance(String one, String other) {
        int[] row = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
