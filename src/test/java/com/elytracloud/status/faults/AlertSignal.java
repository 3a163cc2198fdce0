package com.elytracloud.status.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import com.elytracloud.status.testing.LocalWorld;

/**
 * What is public at one moment.
 *
 * @param seq the number of the public file, 0 without one
 * @param files the bytes of every public file as text, by key
 */
record AlertSignal(long seq, Map<String, String> files) {
    private static final String STATUS = "status.json";

    static AlertSignal of(BrokenWorld world) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String key : world.storage().keys(LocalWorld.SITE)) {
            if (!key.startsWith("state")) {
                byte[] bytes = world.storage().find(LocalWorld.SITE, key).orElseThrow();
                files.put(key, new String(bytes, StandardCharsets.UTF_8));
            }
        }
        return new AlertSignal(world.seq(), files);
    }

    Optional<String> status() {
        return Optional.ofNullable(files.get(STATUS));
    }

    JsonNode document() throws IOException {
        return new ObjectMapper().readTree(status().orElseThrow());
    }

    Instant time(String field) throws IOException {
        return Instant.parse(document().path(field).asText());
    }
}
