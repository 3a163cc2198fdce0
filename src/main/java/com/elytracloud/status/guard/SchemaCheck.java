package com.elytracloud.status.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

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

    private final Map<String, Optional<JsonSchema>> schemas = new ConcurrentHashMap<>();

    /** What is wrong with these files; the messages of the validator hold values and are not repeated. */
    List<CheckResult> check(List<SiteFile> files) {
        List<CheckResult> findings = new ArrayList<>();
        if (files.stream().noneMatch(file -> file.path().equals(STATUS))) {
            findings.add(new CheckResult("schema-missing", STATUS, ""));
        }
        for (SiteFile file : files) {
            // A reader who validates must validate against what we do.
            if (file.path().endsWith(SCHEMA)
                    && shipped(file.path())
                            .filter(bytes -> Arrays.equals(bytes, file.bytes()))
                            .isEmpty()) {
                findings.add(new CheckResult("schema-altered", file.path(), ""));
            } else if (file.path().endsWith(".json")) {
                schemas.computeIfAbsent(file.path().replaceFirst("\\.json$", SCHEMA), SchemaCheck::read)
                        .ifPresent(schema -> findings.addAll(validate(file, schema)));
            }
        }
        return findings;
    }

    private static List<CheckResult> validate(SiteFile file, JsonSchema schema) {
        try {
            return schema.validate(new String(file.bytes(), StandardCharsets.UTF_8), InputFormat.JSON).stream()
                    .map(message -> new CheckResult(
                            "schema-" + message.getType(),
                            file.path(),
                            message.getInstanceLocation().toString()))
                    .distinct()
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of(new CheckResult("schema-unreadable", file.path(), "")); // it is no JSON
        }
    }

    private static Optional<JsonSchema> read(String name) {
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
        return shipped(name).map(bytes -> JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(new String(bytes, StandardCharsets.UTF_8), config));
    }

    private static Optional<byte[]> shipped(String path) {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(FOLDER + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
