package com.elytracloud.status.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.run.CheckResult;

/**
 * Validates each document against its bundled schema: {@code x.json} against {@code x.schema.json}.
 *
 * <p>Schemas are read at their first use: the validator takes longer to load than any other class of a run.
 */
final class SchemaCheck {
    static final String STATUS = "status.json";

    private static final String FOLDER = "/com/elytracloud/status/site/";
    private static final String SCHEMA = ".schema.json";

    private final Map<String, JsonSchema> schemas = new HashMap<>();

    /** What is wrong with these files; the messages of the validator hold values and are not repeated. */
    List<CheckResult> check(List<SiteFile> files) {
        List<CheckResult> findings = new ArrayList<>();
        if (files.stream().noneMatch(file -> file.path().equals(STATUS))) {
            findings.add(new CheckResult("schema-missing", STATUS, ""));
        }
        for (SiteFile file : files) {
            if (file.path().endsWith(SCHEMA)) {
                findings.addAll(checkSchema(file));
            } else if (file.path().endsWith(".json")) {
                findings.addAll(checkDocument(file));
            }
        }
        return findings;
    }

    // A reader who validates must validate against what we do.
    private static List<CheckResult> checkSchema(SiteFile file) {
        boolean isShipped = shipped(file.path())
                .filter(bytes -> Arrays.equals(bytes, file.bytes()))
                .isPresent();
        return isShipped ? List.of() : List.of(new CheckResult("schema-altered", file.path(), ""));
    }

    private List<CheckResult> checkDocument(SiteFile file) {
        String name = file.path().replaceFirst("\\.json$", SCHEMA);
        Optional<JsonSchema> schema = schema(name);
        if (schema.isEmpty()) {
            return List.of();
        }
        try {
            String json = new String(file.bytes(), StandardCharsets.UTF_8);
            return schema.get().validate(json, InputFormat.JSON).stream()
                    .map(message -> finding(file, message))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException e) {
            // The scan reports it by its own rule: what cannot be parsed cannot be read.
            return List.of(new CheckResult("schema-unreadable", file.path(), ""));
        }
    }

    private static CheckResult finding(SiteFile file, ValidationMessage message) {
        return new CheckResult(
                "schema-" + message.getType(),
                file.path(),
                message.getInstanceLocation().toString());
    }

    private synchronized Optional<JsonSchema> schema(String name) {
        if (!schemas.containsKey(name)) {
            schemas.put(name, shipped(name).map(SchemaCheck::parse).orElse(null));
        }
        return Optional.ofNullable(schemas.get(name));
    }

    private static Optional<byte[]> shipped(String path) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(FOLDER + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema parse(byte[] schema) {
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(new String(schema, StandardCharsets.UTF_8), config);
    }
}
