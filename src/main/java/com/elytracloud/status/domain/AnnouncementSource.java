package com.elytracloud.status.domain;

/** Who wrote an incident or a maintenance. */
public enum AnnouncementSource {
    OPERATOR,
    /** Posted in Uptime Kuma and shown on its public status page. */
    UPTIME_KUMA,
    /** Opened for a confirmed measurement that nobody announced. */
    AUTOMATIC
}
