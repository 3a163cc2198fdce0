package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Objects;

/** One post about an incident. */
public record IncidentUpdate(Instant at, IncidentStatus status, String message) {
    /** @throws IllegalArgumentException if the message is empty or too long */
    public IncidentUpdate {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(status, "status");
        AnnouncedText.message(message);
    }
}
