package com.elytracloud.status.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.microprofile.config.spi.ConfigSource;

/** The operator's {@code .env} file as a source of the configuration; the environment takes precedence. */
public final class EnvFileSource implements ConfigSource {
    /** Below the environment (300) and above the application's own defaults. */
    private static final int ORDINAL = 295;

    private final Map<String, String> values;

    /** Reads the file that the command line found; without one there is nothing here. */
    public EnvFileSource() {
        this.values = Optional.ofNullable(System.getProperty(EnvFile.PROPERTY))
                .map(EnvFileSource::read)
                .orElse(Map.of());
    }

    @Override
    public Set<String> getPropertyNames() {
        return values.keySet();
    }

    @Override
    public String getValue(String name) {
        return values.get(name);
    }

    @Override
    public String getName() {
        return ".env";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    private static Map<String, String> read(String path) {
        try {
            return EnvFile.read(Path.of(path)).values();
        } catch (EnvFileException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
