package com.elytracloud.status.function;

/**
 * What the schedule sends; every field may be absent, and unknown ones are ignored, so that any trigger works.
 *
 * @param scheduledTime the slot this run is for, RFC 3339
 * @param source who asks, for the log
 */
public record ScheduledEvent(String scheduledTime, String source) {}
