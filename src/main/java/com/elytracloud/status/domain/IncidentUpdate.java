package com.elytracloud.status.domain;

import java.time.Instant;

/** One post about an incident. */
public record IncidentUpdate(Instant at, IncidentStatus status, String message) {
    public IncidentUpdate {
        AnnouncedText.message(message);
    }
}
