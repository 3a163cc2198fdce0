package com.elytracloud.status.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Requests to a function URL, as Lambda hands them over in its payload format 2.0. */
public final class UrlEvents {
    /** The token in the recorded notifications. */
    public static final String RECORDED_TOKEN = "EXAMPLE-TRIGGER-TOKEN";

    private static final Path RECORDINGS = Path.of("src/test/resources/kuma/webhook");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private UrlEvents() {}

    /** The notifications that a real Uptime Kuma sent. */
    public static List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.list(RECORDINGS)) {
            return files.sorted().toList();
        }
    }

    /** A recorded notification as an event. */
    public static ObjectNode of(Path recording) throws IOException {
        JsonNode recorded = MAPPER.readTree(recording.toFile());
        ObjectNode event = event();
        event.set("headers", recorded.get("headers"));
        event.put("body", recorded.get("body").toString());
        return event;
    }

    /** A request with this header and without a body. */
    public static ObjectNode with(String header, String value) {
        ObjectNode event = event();
        event.putObject("headers").put(header, value);
        return event;
    }

    /** A request without headers. */
    public static ObjectNode event() {
        ObjectNode event = MAPPER.createObjectNode().put("version", "2.0").put("routeKey", "$default");
        event.put("rawPath", "/").put("rawQueryString", "").put("isBase64Encoded", false);
        event.putObject("requestContext")
                .put("timeEpoch", 1_764_121_350_820L)
                .putObject("http")
                .put("method", "POST")
                .put("path", "/")
                .put("sourceIp", "192.0.2.1");
        return event;
    }
}
