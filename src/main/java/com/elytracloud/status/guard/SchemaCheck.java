package com.elytracloud.status.guard;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

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
    private static final String STATUS = "status.json";

    private final Map<String, Optional<JsonSchema>> schemas = new ConcurrentHashMap<>();

    /** What is wrong with these files; the messages of the validator hold values and are not repeated. */
    Stream<CheckResult> check(List<SiteFile> files) {
        boolean isMissing = files.stream().noneMatch(file -> file.path().equals(STATUS));
        return Stream.concat(
                isMissing ? Stream.of(new CheckResult("schema-missing", STATUS, "")) : Stream.empty(),
                files.stream()
                        .filter(file -> file.path().endsWith(".json"))
                        .flatMap(
                                file -> schemas
                                        .computeIfAbsent(
                                                file.path().replace(".json", ".schema.json"), SchemaCheck::read)
                                        .stream()
                                        .flatMap(schema -> validate(file, schema))));
    }

    private static Stream<CheckResult> validate(SiteFile file, JsonSchema schema) {
        try {
            return schema.validate(new String(file.bytes(), StandardCharsets.UTF_8), InputFormat.JSON).stream()
                    .map(message -> new CheckResult(
                            "schema-" + message.getType(),
                            file.path(),
                            message.getInstanceLocation().toString()))
                    .distinct();
        } catch (IllegalArgumentException e) {
            return Stream.of(new CheckResult("schema-unreadable", file.path(), "")); // it is no JSON
        }
    }

    private static Optional<JsonSchema> read(String name) {
        InputStream schema = SchemaCheck.class.getResourceAsStream("/com/elytracloud/status/site/" + name);
        SchemaValidatorsConfig config =
                SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
        return Optional.ofNullable(schema)
                .map(in -> JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in, config));
    }
}
