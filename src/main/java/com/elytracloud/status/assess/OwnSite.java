package com.elytracloud.status.assess;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.elytracloud.status.domain.Monitor;

/**
 * Recognises monitors that watch the status site itself: evaluating them would feed the published status back into
 * itself.
 */
final class OwnSite {
    /** Scheme, user, host with port, path, and query or fragment. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[^/?#]*://)?(?:[^/?#]*@)?([^/?#]*?)(?::80|:443)?((?:/+[^/?#]+)*)/*(?:[?#].*)?");

    private OwnSite() {}

    /** Whether a monitor's target is below the address of the site; false if the address is unknown. */
    static boolean isWatchedBy(Monitor monitor, String ownSite) {
        String site = normalised(ownSite);
        String target = normalised(monitor.target());
        // A name that only begins like the folder of the site is not below it.
        return !site.isEmpty() && (target.equals(site) || target.startsWith(site + "/"));
    }

    private static String normalised(String url) {
        Matcher parts = ADDRESS.matcher(url);
        return parts.matches() ? parts.group(1).toLowerCase(Locale.ROOT) + parts.group(2) : "";
    }
}
