package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.List;

/**
 * The alert state that is kept from one check to the next.
 *
 * @param alerts each at most once, in the order of their keys
 * @param sent when messages went out, oldest first; no older than the hourly limit needs
 * @param newest the newest revision of the public site ever observed
 */
public record AlertState(List<OpenAlert> alerts, List<Instant> sent, Seen newest) {
    /** Before the first check, or if no state is stored. */
    public static final AlertState EMPTY = new AlertState(List.of(), List.of(), Seen.NOTHING);

    public AlertState {
        alerts = List.copyOf(alerts);
        sent = List.copyOf(sent);
    }

    public AlertState having(Seen seen) {
        return new AlertState(alerts, sent, seen);
    }

    /**
     * A revision of the public site, as visitors received it.
     *
     * @param seq the number of its run, 0 if the response does not contain it
     */
    public record Seen(long seq, Instant updatedAt) {
        public static final Seen NOTHING = new Seen(0, Instant.MIN);

        public boolean isAfter(Seen other) {
            return updatedAt.isAfter(other.updatedAt) || (updatedAt.equals(other.updatedAt) && seq > other.seq);
        }

        /** Whether this revision must have been replaced by the other: a publish target never goes back. */
        public boolean isBehind(Seen other) {
            return updatedAt.isBefore(other.updatedAt) || (seq > 0 && seq < other.seq);
        }
    }
}
