package com.elytracloud.status.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;

import static org.assertj.core.api.Assertions.assertThat;

/** Expected answers from {@code vectors/}; each file may be exchanged for a larger set of the same form. */
public final class Vectors {
    private static final ObjectMapper JSON = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Vectors() {}

    /** All vectors of one file, at least one. */
    public static <T> List<T> of(String name, Class<T> form) {
        String file = "/vectors/%s.json".formatted(name);
        try (InputStream bytes = Vectors.class.getResourceAsStream(file)) {
            assertThat(bytes).as(file).isNotNull();
            List<T> vectors = JSON.readerForListOf(form).readValue(bytes);
            assertThat(vectors).as(file).isNotEmpty();
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
