package com.elytracloud.status.function;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * A request as a function URL hands it over (payload format 2.0), without its body.
 *
 * @param headers by name in any case
 */
@JsonDeserialize(using = UrlRequest.Reader.class)
public record UrlRequest(Map<String, String> headers) {
    /** Far more than a notification has. */
    private static final long MOST_BYTES = 256 * 1024;

    public UrlRequest {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = byName;
    }

    /** A header; empty if it was not sent. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    boolean isTooLarge() {
        String length = header("content-length");
        return !length.isEmpty() && (!length.matches("\\d{1,9}") || Long.parseLong(length) > MOST_BYTES);
    }

    /** Reads the headers of any JSON and skips the rest. */
    static final class Reader extends JsonDeserializer<UrlRequest> {
        @Override
        public UrlRequest deserialize(JsonParser json, DeserializationContext context) throws IOException {
            Map<String, String> headers = new TreeMap<>();
            if (!json.isExpectedStartObjectToken()) {
                json.skipChildren();
                return new UrlRequest(headers);
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals("headers")) {
                    JsonNode found = context.readTree(json);
                    found.properties()
                            .forEach(each ->
                                    headers.put(each.getKey(), each.getValue().asText()));
                } else {
                    json.skipChildren();
                }
            }
            return new UrlRequest(headers);
        }
    }
}
