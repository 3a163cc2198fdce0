package com.elytracloud.status.site;

import java.net.URI;

import com.elytracloud.status.contract.SiteFile;

/**
 * What an operator may add to the site; each part may be null.
 *
 * @param accent colour of links and of the line at the top, as {@code #rrggbb}
 * @param support how readers reach the operator: an e-mail address, a web address or a phone number
 */
public record Brand(SiteFile logo, String accent, URI imprint, URI privacy, String support) {
    /** Nothing of it. */
    public static final Brand NONE = new Brand(null, null, null, null, null);

    /** Where {@link #support} leads; null if it is text only. */
    public String supportLink() {
        if (support == null || support.matches("https?://.*")) {
            return support;
        }
        if (support.matches("[^\\s@]+@[^\\s@]+")) {
            return "mailto:" + support;
        }
        return support.matches("\\+?[0-9 ()/-]{5,}") ? "tel:" + support.replaceAll("[^+0-9]", "") : null;
    }

    /** The accent colour in the style sheet, in each of the two themes; empty without one. */
    String css() {
        if (accent == null) {
            return "";
        }
        return ":root{--link:%1$s;--accent:%1$s}@media screen and (prefers-color-scheme:dark){:root{--link:%2$s;--accent:%2$s}}"
                .formatted(accent, Contrast.lightened(accent));
    }
}
