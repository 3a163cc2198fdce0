package com.elytracloud.status.site;

import java.net.URI;
import java.util.Objects;

/**
 * Whose site it is.
 *
 * @param title its name, or null for the language's "Service status"
 * @param address where it is published, ending in a slash; null if not configured
 * @param home the link of its title; null if there is none
 * @param language of every text that we write
 * @param brand what the operator added to its appearance
 */
public record SiteIdentity(String title, URI address, URI home, Language language, Brand brand) {
    /** A site without settings. */
    public static final SiteIdentity DEFAULT = new SiteIdentity(null, null, null, Language.EN, Brand.NONE);

    public SiteIdentity {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(brand, "brand");
        title = title == null ? language.text("title") : title;
    }

    /** The address of a file of the site; relative if the site's own is not known. */
    public String link(String path) {
        return address == null ? path : address.resolve(path).toString();
    }

    /** Distinguishes this site from others, and stays the same as long as it does not move. */
    public String id() {
        return Digests.shortId(address == null ? "" : address.toString());
    }
}
