package com.elytracloud.status.domain;

import java.time.Instant;

/**
 * The public {@code status.json} as a visitor received it; its bytes are valid.
 *
 * @param staleAfter until when its readers may trust it
 * @param certificateEnds when the certificate of the address ends; {@link Instant#MAX} without one
 */
public record ServedSite(AlertState.Seen revision, Instant staleAfter, Instant certificateEnds) {}
