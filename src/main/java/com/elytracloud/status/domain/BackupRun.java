package com.elytracloud.status.domain;

import java.time.Instant;

/**
 * The objects that one backup job wrote within a few hours.
 *
 * @param bytes the size of the largest
 */
public record BackupRun(Instant at, long bytes) {}
