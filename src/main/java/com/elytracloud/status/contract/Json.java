package com.elytracloud.status.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** How records become JSON and back: keys in snake case, enums in lower case, times as ISO 8601, nothing converted. */
public final class Json {
    private static final JsonMapper DOCUMENTS = strict().build();

    private Json() {}

    /** A published document in UTF-8, indented, with a line feed at its end. */
    public static byte[] document(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            DOCUMENTS.writer(indented()).writeValue(bytes, value);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    /**
     * A published document as a record.
     *
     * @throws IOException whose {@link #reason} says what is wrong
     */
    public static <T> T read(byte[] document, Class<T> type) throws IOException {
        return DOCUMENTS.readValue(document, type);
    }

    private static DefaultPrettyPrinter indented() {
        DefaultIndenter twoSpaces = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Spacing.AFTER)
                        .withArrayEmptySeparator("")
                        .withObjectEmptySeparator(""))
                .withObjectIndenter(twoSpaces)
                .withArrayIndenter(twoSpaces);
    }

    /** A mapper of records that refuses missing, unknown and repeated keys, and values of another type. */
    public static JsonMapper.Builder strict() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
        return JsonMapper.builder(factory)
                .addModule(new JavaTimeModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enumNamingStrategy(name -> name.toLowerCase(Locale.ROOT))
                // Components only: records also have methods that look like getters.
                .visibility(PropertyAccessor.GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfig(LogicalType.Textual, config -> config.setCoercion(
                                CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    /** The error in a JSON text and its location, without Jackson's message, which repeats the input. */
    public static String reason(IOException failure) {
        if (failure instanceof JsonMappingException mapping) {
            String path = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                    .collect(Collectors.joining("."));
            String reason = reason(mapping);
            return path.isEmpty() ? reason : "'%s' %s".formatted(path, reason);
        }
        JsonLocation at = failure instanceof JsonProcessingException json ? json.getLocation() : null;
        return at == null
                ? "is not valid JSON"
                : "is not valid JSON at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static String reason(JsonMappingException failure) {
        if (failure instanceof UnrecognizedPropertyException) {
            return "is not a known key";
        }
        boolean isOurs = failure instanceof ValueInstantiationException
                && failure.getCause() instanceof IllegalArgumentException
                && failure.getCause().getMessage() != null;
        if (isOurs) {
            return "is refused: " + failure.getCause().getMessage();
        }
        return failure.getPath().isEmpty() ? "is not of the expected form" : "is missing or not as expected";
    }
}
