package com.elytracloud.status.guard;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;

/** Every key and every string of a JSON document, unescaped; whatever is a number or a literal says nothing. */
final class JsonStrings {
    private static final JsonFactory JSON = JsonFactory.builder()
            // Readers disagree on which of two equal keys counts: one of them could hide the other.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonStrings() {}

    static List<PublicString> of(String file, String json) throws UnreadableFileException {
        List<PublicString> strings = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(json)) {
            boolean any = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                any = true;
                if (token == JsonToken.VALUE_STRING || token == JsonToken.FIELD_NAME) {
                    strings.add(new PublicString(file, pointer(parser), parser.getText()));
                }
            }
            if (!any) {
                throw new UnreadableFileException("not-json", null);
            }
        } catch (IOException e) {
            throw new UnreadableFileException("not-json", e);
        }
        return strings;
    }

    private static List<String> pointer(JsonParser parser) {
        List<String> segments = new ArrayList<>();
        JsonPointer rest = parser.getParsingContext().pathAsPointer();
        while (!rest.matches()) {
            segments.add(rest.getMatchingProperty());
            rest = rest.tail();
        }
        return segments;
    }
}
