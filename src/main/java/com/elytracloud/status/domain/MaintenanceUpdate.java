package com.elytracloud.status.domain;

import java.time.Instant;

/** One post about a maintenance. */
public record MaintenanceUpdate(Instant at, MaintenanceStatus status, String message) {
    public MaintenanceUpdate {
        AnnouncedText.message(message);
    }
}
