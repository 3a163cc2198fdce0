package com.elytracloud.status.site;

import java.net.URI;
import java.util.Objects;

/**
 * Whose site it is.
 *
 * @param title what it is called
 * @param address where it lies, ending in a slash; null if nobody said
 * @param home where its title leads; null: nowhere
 */
public record SiteIdentity(String title, URI address, URI home) {
    /** What an operator gets who says nothing. */
    public static final SiteIdentity DEFAULT = new SiteIdentity("Elytra Cloud Status", null, null);

    public SiteIdentity {
        Objects.requireNonNull(title, "title");
    }

    /** The address of a file of the site; relative if the site's own is not known. */
    String link(String path) {
        return address == null ? path : address.resolve(path).toString();
    }

    /** Distinguishes this site from others, and stays the same as long as it does not move. */
    String id() {
        return Digests.shortId(address == null ? "" : address.toString());
    }
}
