package com.elytracloud.status.domain;

import java.time.Instant;

/** One post about an incident. */
public record IncidentUpdate(Instant at, IncidentStatus status, String message) {
    /** @throws IllegalArgumentException if the message is empty or too long */
    public IncidentUpdate {
        AnnouncedText.message(message);
    }
}
