package com.elytracloud.status.publish;

import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;

/**
 * A JSON object of our own writing, read without mercy: whatever is not exactly as we write it is refused with an
 * {@link IllegalArgumentException} that names the key and never repeats a value.
 */
final class StrictJson {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final int DEEPEST = 8;
    private static final int LONGEST_NUMBER = 19;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String path;
    private final JsonNode node;

    private StrictJson(String path, JsonNode node) {
        this.path = path;
        this.node = node;
        require(node.isObject(), "", "is not an object");
    }

    static StrictJson parse(byte[] bytes) {
        try {
            return new StrictJson("", MAPPER.readTree(bytes));
        } catch (JsonProcessingException e) {
            // Its own words quote what was read.
            String where =
                    e.getLocation() == null ? "" : " at byte " + e.getLocation().getByteOffset();
            throw new IllegalArgumentException("is no valid JSON" + where, e);
        } catch (IOException e) {
            throw new IllegalArgumentException("is no valid JSON", e);
        }
    }

    /** Refuses a missing and a further key. */
    StrictJson withExactly(String... expected) {
        Set<String> wanted = new LinkedHashSet<>(List.of(expected));
        Set<String> found = keys();
        wanted.forEach(key -> require(found.contains(key), key, "is missing"));
        found.removeAll(wanted);
        require(found.isEmpty(), "", "has unknown keys");
        return this;
    }

    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            keys.add(names.next());
        }
        return keys;
    }

    StrictJson object(String key) {
        return new StrictJson(path + key + ".", get(key, JsonNodeType.OBJECT));
    }

    Iterable<JsonNode> array(String key) {
        return get(key, JsonNodeType.ARRAY);
    }

    String text(String key) {
        return get(key, JsonNodeType.STRING).textValue();
    }

    long number(String key, long min, long max) {
        JsonNode number = get(key, JsonNodeType.NUMBER);
        require(number.isIntegralNumber() && number.canConvertToLong(), key, "is not a whole number");
        require(number.longValue() >= min && number.longValue() <= max, key, "is not within its bounds");
        return number.longValue();
    }

    /** A time as we write it. */
    Instant time(String key) {
        return time(key, text(key));
    }

    /** A time, or {@link Instant#MIN} for null. */
    Instant timeOrNever(String key) {
        JsonNode found = node.path(key);
        return found.isNull() ? Instant.MIN : time(key);
    }

    Instant time(String key, String text) {
        require(TIME.matcher(text).matches(), key, "is not a time such as 2026-11-20T21:50:00Z");
        return Instant.parse(text);
    }

    /** A word of a closed list, in small letters. */
    <E extends Enum<E>> E word(String key, Class<E> words) {
        String text = text(key);
        for (E word : words.getEnumConstants()) {
            if (word.name().toLowerCase(Locale.ROOT).equals(text)) {
                return word;
            }
        }
        String allowed = String.join(
                ", ",
                List.of(words.getEnumConstants()).stream()
                        .map(word -> word.name().toLowerCase(Locale.ROOT))
                        .toList());
        throw refused(key, "is none of " + allowed);
    }

    void require(boolean right, String key, String otherwise) {
        if (!right) {
            throw refused(key, otherwise);
        }
    }

    private IllegalArgumentException refused(String key, String why) {
        String whole = (path + key).replaceAll("\\.$", "");
        return new IllegalArgumentException(whole.isEmpty() ? why : "'%s' %s".formatted(whole, why));
    }

    private JsonNode get(String key, JsonNodeType type) {
        JsonNode found = node.path(key);
        require(!found.isMissingNode(), key, "is missing");
        require(
                found.getNodeType() == type,
                key,
                "is not of type " + type.name().toLowerCase(Locale.ROOT));
        return found;
    }
}
