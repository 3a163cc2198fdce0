package com.elytracloud.status.betterstack;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.http.ApiCallException;

/**
 * Reads the bodies of Better Stack. Where the whole cannot be trusted the answer is refused; where one monitor or one
 * field cannot, only that is unknown. A monitor's other attributes (headers and passwords of its checks among them) are
 * not looked at.
 */
final class ReplyParser {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int LONGEST_INTERVAL = 7 * 24 * 3600;

    private ReplyParser() {}

    /** A page of monitors. */
    static MonitorPage page(InputStream body) throws IOException {
        JsonNode json = JSON.readTree(body);
        JsonNode data = json.path("data");
        JsonNode next = json.path("pagination").path("next");
        require(data.isArray(), "the answer lists no monitors");
        require(next.isNull() || next.isTextual(), "the answer does not tell whether there is a page after it");
        List<WatchedMonitor> monitors = new ArrayList<>();
        data.forEach(entry -> monitor(entry).ifPresent(monitors::add));
        return new MonitorPage(monitors, next.asText(""), data.size() - monitors.size());
    }

    private static Optional<WatchedMonitor> monitor(JsonNode entry) {
        String id = entry.path("id").isTextual() ? entry.path("id").textValue() : "";
        JsonNode attributes = entry.path("attributes");
        return MonitorId.isValid(id)
                ? Optional.of(new WatchedMonitor(
                        new MonitorId(id),
                        text(attributes, "status"),
                        text(attributes, "pronounceable_name"),
                        text(attributes, "url"),
                        time(attributes, "last_checked_at"),
                        interval(attributes.path("check_frequency")),
                        time(attributes, "created_at")))
                : Optional.empty();
    }

    private static String text(JsonNode attributes, String key) {
        JsonNode found = attributes.path(key);
        return found.isTextual() ? found.textValue() : "";
    }

    private static Instant time(JsonNode attributes, String key) {
        try {
            String text = text(attributes, key);
            return text.isEmpty() ? Instant.MIN : Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.MIN; // a time that cannot be read says nothing, like none
        }
    }

    private static Duration interval(JsonNode seconds) {
        boolean usable = seconds.isInt() && seconds.intValue() > 0 && seconds.intValue() <= LONGEST_INTERVAL;
        return usable ? Duration.ofSeconds(seconds.intValue()) : Duration.ZERO;
    }

    private static void require(boolean right, String otherwise) throws ApiCallException {
        if (!right) {
            throw ApiCallException.permanentFailure(Reason.UNREADABLE, otherwise);
        }
    }
}
