package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * How a tenant's backups were looked through last, and where the next look may begin.
 *
 * @param place a short hash of the bucket and the folder they lie in; empty where it was not told
 * @param fullAt when all of them were last listed, in whole seconds; {@link Instant#MIN} if never
 * @param checked a short hash of the newest backup that was looked at itself; empty if none was
 * @param startAfter the listing may begin behind this text, which need not be a key; empty: at the beginning
 * @param before what lies before it
 */
public record ListingMark(String place, Instant fullAt, String checked, String startAfter, SeenBefore before) {
    /** Never looked through. */
    public static final ListingMark NONE = new ListingMark("", Instant.MIN, "", "", SeenBefore.NOTHING);

    public ListingMark {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(fullAt, "fullAt");
        Objects.requireNonNull(checked, "checked");
        Objects.requireNonNull(startAfter, "startAfter");
        Objects.requireNonNull(before, "before");
    }

    /** Whether a listing need not begin at the beginning. */
    public boolean hasPosition() {
        return !startAfter.isEmpty();
    }

    /** The same, said of another place. */
    public ListingMark at(String here) {
        return new ListingMark(here, fullAt, checked, startAfter, before);
    }

    /** The same with another hash of the newest backup. */
    public ListingMark checked(String hash) {
        return new ListingMark(place, fullAt, hash, startAfter, before);
    }

    /** The same, to be listed from the beginning. */
    public ListingMark withoutPosition() {
        return new ListingMark(place, fullAt, checked, "", SeenBefore.NOTHING);
    }

    // About what the position takes in the state: six digits of time, and as many again where days are told.
    int length() {
        int bytes = startAfter.codePoints().map(ListingMark::bytes).sum();
        return hasPosition() ? bytes + (before.tellsDays() ? 16 : 8) : 0;
    }

    private static int bytes(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        return codePoint < 0x800 ? 2 : 4;
    }
}
