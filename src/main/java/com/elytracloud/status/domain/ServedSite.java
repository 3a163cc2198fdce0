package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * The public {@code status.json} as a visitor received it; its bytes are valid.
 *
 * @param edition which run it is of
 * @param staleAfter until when its readers may trust it
 * @param certificateEnds when the certificate of the address ends; {@link Instant#MAX} without one
 */
public record ServedSite(AlertState.Seen edition, Instant staleAfter, Instant certificateEnds) {
    public ServedSite {
        Objects.requireNonNull(edition, "edition");
        Objects.requireNonNull(staleAfter, "staleAfter");
        Objects.requireNonNull(certificateEnds, "certificateEnds");
    }
}
