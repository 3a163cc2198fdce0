package com.elytracloud.status.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

/** The published JSON Schemas, held against bytes. */
public final class StatusSchema {
    private static final JsonSchema SCHEMA = load("status.schema.json");
    private static final JsonSchema HISTORY = load("history.schema.json");

    private StatusSchema() {}

    /** What is wrong with a {@code status.json}; empty if nothing is. */
    public static List<String> violations(byte[] statusJson) {
        return violations(SCHEMA, statusJson);
    }

    /** What is wrong with a {@code history.json}; empty if nothing is. */
    public static List<String> historyViolations(byte[] historyJson) {
        return violations(HISTORY, historyJson);
    }

    private static List<String> violations(JsonSchema schema, byte[] json) {
        return schema.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static JsonSchema load(String name) {
        try (InputStream in = StatusSchema.class.getResourceAsStream("/com/elytracloud/status/site/" + name)) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
