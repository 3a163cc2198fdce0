package com.elytracloud.status.domain;

/** How far an incident has come. */
public enum IncidentStatus {
    INVESTIGATING,
    IDENTIFIED,
    MONITORING,
    RESOLVED
}
