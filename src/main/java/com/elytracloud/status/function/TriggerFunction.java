package com.elytracloud.status.function;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.Funq;

import com.elytracloud.status.trigger.RunQueue;
import com.elytracloud.status.trigger.TriggerConfig;

/** The target of Uptime Kuma's notification, behind a function URL: requests runs for anyone with the token. */
public record TriggerFunction(TriggerConfig config, RunQueue queue) {
    /** Far more than a notification has. */
    private static final long MOST_BYTES = 256 * 1024;

    /** What a function URL sends back: a status without a body. */
    public record Response(@JsonProperty("statusCode") int statusCode) {}

    /**
     * Requests two runs. The token is checked before anything else is done.
     *
     * @param request as a function URL hands it over (payload format 2.0); may be null or anything else
     */
    @Funq
    public Response trigger(JsonNode request) {
        if (request == null || !config.accepts(header(request, "authorization"))) {
            return new Response(403);
        }
        if (isTooLarge(header(request, "content-length"))) {
            return new Response(413);
        }
        return new Response(queue.requestRuns() ? 202 : 503);
    }

    /** A header by its name in any case; empty if it was not sent. */
    static String header(JsonNode request, String name) {
        return request.path("headers").properties().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }

    static boolean isTooLarge(String contentLength) {
        return !contentLength.isEmpty()
                && (!contentLength.matches("\\d{1,9}") || Long.parseLong(contentLength) > MOST_BYTES);
    }
}
