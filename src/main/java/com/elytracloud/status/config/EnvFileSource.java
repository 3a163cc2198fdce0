package com.elytracloud.status.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

import io.smallrye.config.common.MapBackedConfigSource;

/** The operator's {@code .env} file as a source of the configuration; the environment takes precedence. */
public final class EnvFileSource extends MapBackedConfigSource {
    private static final long serialVersionUID = 1L;

    /** Below the environment (300) and above the application's own defaults. */
    private static final int ORDINAL = 295;

    /** Reads the file that the command line found; without one there is nothing here. */
    public EnvFileSource() {
        super(".env", values(), ORDINAL);
    }

    private static Map<String, String> values() {
        String file = System.getProperty(EnvFile.PROPERTY);
        try {
            return file == null ? Map.of() : EnvFile.read(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
