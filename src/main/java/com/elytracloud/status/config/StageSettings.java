package com.elytracloud.status.config;

import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The operator's variables during a rehearsal, ahead of all others. It answers for every name that looks like a
 * variable, with nothing where the stage names none: a rehearsal must not come upon a single real setting, also none
 * that is added later.
 */
public final class StageSettings implements ConfigSource {
    // Ahead of system properties, which have 400.
    private static final int RANK = 1000;

    private volatile Map<String, String> stage = Map.of();

    /** The one of this configuration. */
    public static StageSettings of(Config config) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .filter(StageSettings.class::isInstance)
                .map(StageSettings.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the configuration has no settings of a stage"));
    }

    /** From now on these are the settings, and there are no others. */
    public void play(Map<String, String> settings) {
        stage = Map.copyOf(settings);
    }

    /** From now on the settings are the operator's again. */
    public void strike() {
        stage = Map.of();
    }

    @Override
    public int getOrdinal() {
        return RANK;
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public String getValue(String name) {
        Map<String, String> playing = stage;
        return playing.isEmpty() || !isVariable(name) ? null : playing.getOrDefault(name, "");
    }

    @Override
    public String getName() {
        return "stage";
    }

    // As operators write them; the framework's own properties have dots.
    private static boolean isVariable(String name) {
        return name.chars()
                .allMatch(letter -> letter == '_' || Character.isUpperCase(letter) || Character.isDigit(letter));
    }
}
