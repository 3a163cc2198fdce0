package com.elytracloud.status.run;

import java.time.Instant;

/**
 * Orders publications.
 *
 * @param number greater for a later run
 * @param at the instant of the run, whole seconds
 */
public record Revision(long number, Instant at) {}
