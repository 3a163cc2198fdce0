package com.elytracloud.status.publish;

import java.io.IOException;
import java.util.function.ObjLongConsumer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * One short text for each of many consecutive hours or days, as an array of texts; a number between them says to which
 * hour or day the next one belongs. Hours and days without a text cost nothing, and those with one no key.
 */
final class Rows {
    /** Beyond the year 9999 in hours. */
    private static final long LAST = 100_000_000;

    private final JsonGenerator json;
    private long next = -1;

    Rows(JsonGenerator json) {
        this.json = json;
    }

    void write(long position, String text) throws IOException {
        if (position != next) {
            json.writeNumber(position);
        }
        json.writeString(text);
        next = position + 1;
    }

    static void read(Iterable<JsonNode> array, ObjLongConsumer<String> row) {
        long position = -1;
        for (JsonNode entry : array) {
            if (entry.isTextual()) {
                refuse(position < 0 || position > LAST);
                row.accept(entry.textValue(), position);
                position++;
            } else {
                refuse(!entry.isIntegralNumber() || !entry.canConvertToLong());
                position = entry.longValue();
            }
        }
    }

    private static void refuse(boolean wrong) {
        if (wrong) {
            throw new IllegalArgumentException("a list of hours or days is malformed");
        }
    }
}
