package com.elytracloud.status.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The names of all settings, as .env.example explains them; finds names that are probably misspelt. */
public record KnownVariables(Set<String> names) {
    private static final Pattern SETTING = Pattern.compile("(?m)^#?([A-Z][A-Z0-9_]+)=");
    /** Read by the command line's script or before the settings, or set by systemd. */
    private static final Set<String> ELSEWHERE = Set.of(EnvFile.VARIABLE, "ELYTRA_JAVA_OPTIONS", "STATE_DIRECTORY");
    /** First words of names that other programs use too. */
    private static final Set<String> SHARED = Set.of("AWS_", "QUARKUS_", "TLS_");

    /** Takes the names from an explained example file. */
    static KnownVariables of(String example) {
        return new KnownVariables(
                SETTING.matcher(example).results().map(found -> found.group(1)).collect(Collectors.toSet()));
    }

    /** Those of the example file that is packaged with the program. */
    public static KnownVariables packaged() {
        try (InputStream in = KnownVariables.class.getResourceAsStream("/.env.example")) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A sentence about each unknown name in the configuration that looks like a setting. */
    public static List<Problem> unknown(Config config) {
        Set<String> ofTheFile = new TreeSet<>();
        Set<String> ofTheEnvironment = new TreeSet<>();
        for (ConfigSource source : config.getConfigSources()) {
            if (source instanceof EnvFile.Source) {
                ofTheFile.addAll(source.getPropertyNames());
            } else if (source.getName().contains("Env") && !Variables.isReadByTheLibrary(source)) {
                ofTheEnvironment.addAll(source.getPropertyNames());
            }
        }
        // The library lists each variable of a source a second time, as a property in lower case.
        ofTheEnvironment.removeIf(name -> {
            String variable = name.toUpperCase(Locale.ROOT);
            boolean isCopy =
                    !name.equals(variable) && (ofTheEnvironment.contains(variable) || ofTheFile.contains(variable));
            return isCopy || !name.matches("[A-Za-z0-9_]+");
        });
        return packaged().unknown(ofTheFile, ofTheEnvironment);
    }

    /**
     * In a file every unknown name with one of our prefixes is reported. The environment is shared with other programs, so
     * there only names close to a known one are reported.
     */
    List<Problem> unknown(Collection<String> ofTheFile, Collection<String> ofTheEnvironment) {
        Set<String> all = new TreeSet<>(ofTheFile);
        all.addAll(ofTheEnvironment);
        all.removeAll(names);
        all.removeAll(ELSEWHERE);
        return all.stream()
                .filter(name -> closest(name).isPresent() || (ofTheFile.contains(name) && isOurs(name)))
                .map(name -> new Problem(
                        name,
                        "is not a setting and has no effect; "
                                + closest(name)
                                        .map("did you mean %s?"::formatted)
                                        .orElse(".env.example lists all settings")))
                .toList();
    }

    // A name is close if few letters differ, or if it is the beginning of a known name.
    private Optional<String> closest(String name) {
        String upper = name.replaceAll("[-.]", "_").toUpperCase(Locale.ROOT);
        int most = isOurs(upper) ? upper.length() / 5 : 2;
        return names.stream()
                .filter(known -> distance(known, upper) <= most || (isOurs(upper) && known.startsWith(upper + "_")))
                .min(Comparator.comparingInt(known -> distance(known, upper)));
    }

    private boolean isOurs(String name) {
        return names.stream()
                .map(known -> known.replaceFirst("_.*", "_"))
                .anyMatch(prefix -> name.startsWith(prefix) && !SHARED.contains(prefix));
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
