package com.elytracloud.status.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What a run remembers of one tenant's backups.
 *
 * @param since when a run first saw it
 * @param lastSeen the last UTC day on which anything of it was seen
 * @param mark how it was looked through last
 */
public record TenantMemory(Instant since, LocalDate lastSeen, ListingMark mark) {
    public TenantMemory {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(lastSeen, "lastSeen");
        Objects.requireNonNull(mark, "mark");
    }

    /** The same, to be listed from the beginning. */
    TenantMemory withoutPosition() {
        return new TenantMemory(since, lastSeen, mark.withoutPosition());
    }
}
