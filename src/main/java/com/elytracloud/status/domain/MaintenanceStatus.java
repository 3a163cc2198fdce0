package com.elytracloud.status.domain;

/** How far a maintenance has come. */
public enum MaintenanceStatus {
    SCHEDULED,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED
}
