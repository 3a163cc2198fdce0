package com.elytracloud.status.function;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What starts a run: the schedule, a batch of messages of an SQS queue, or anything else.
 *
 * @param scheduledTime the slot this run is for, RFC 3339; null if the schedule did not send the event
 * @param receivedAt when the last message of a batch was received for the first time; null if there are none
 */
record RunEvent(String scheduledTime, Instant receivedAt) {
    /** A message is received two seconds after the notification at the earliest, and by then the new state is stored. */
    private static final Duration STORED_BEFORE = Duration.ofSeconds(1);

    /** Finds the fields in any JSON, so that any trigger works. */
    static RunEvent of(JsonNode eventOrNull) {
        return eventOrNull == null
                ? new RunEvent(null, null)
                : new RunEvent(eventOrNull.path("scheduled_time").textValue(), newest(eventOrNull.path("Records")));
    }

    /** Whether a run that began at an instant did all that this event asks for. */
    boolean isCoveredBy(Instant began) {
        return receivedAt != null && began.isAfter(receivedAt.minus(STORED_BEFORE));
    }

    private static Instant newest(JsonNode records) {
        return StreamSupport.stream(records.spliterator(), false)
                .filter(each -> "aws:sqs".equals(each.path("eventSource").asText()))
                .map(each -> each.at("/attributes/ApproximateFirstReceiveTimestamp"))
                // One without a time was received later than any run began.
                .map(time -> time.asText().matches("\\d{1,15}") ? Instant.ofEpochMilli(time.asLong()) : Instant.MAX)
                .max(Instant::compareTo)
                .orElse(null);
    }
}
