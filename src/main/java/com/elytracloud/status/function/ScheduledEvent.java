package com.elytracloud.status.function;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;

/**
 * What the schedule sends; every field may be absent, unknown ones are ignored, and whatever else is sent is an event
 * without fields, so that any trigger works.
 *
 * @param scheduledTime the slot this run is for, RFC 3339
 * @param source who asks, for the log
 */
@JsonDeserialize(using = ScheduledEvent.Reader.class)
public record ScheduledEvent(String scheduledTime, String source) {
    /** Finds the fields in any JSON. */
    static final class Reader extends JsonDeserializer<ScheduledEvent> {
        @Override
        public ScheduledEvent deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode event = context.readTree(json);
            return new ScheduledEvent(
                    event.path("scheduled_time").textValue(),
                    event.path("source").textValue());
        }
    }
}
