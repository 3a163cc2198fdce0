package com.elytracloud.status.run;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits the watched address into its parts, because its host or port alone reveals as much as the whole. */
final class WatchedAddress {
    private static final Pattern ADDRESS =
            Pattern.compile("^(?:[A-Za-z][A-Za-z0-9+.-]*://)?([^/?#]*)(/[^?#]*)?(?:\\?([^#]*))?.*$", Pattern.DOTALL);
    private static final Pattern AUTHORITY =
            Pattern.compile("^(?:(.*)@)?(\\[[^\\]]*]|[^:]*)(?::(\\d+))?$", Pattern.DOTALL);

    private WatchedAddress() {}

    /** The address itself, its user, host and port, and its path if that is more than one common word. */
    static Set<String> words(String address) {
        Set<String> words = new HashSet<>();
        Matcher parts = ADDRESS.matcher(address);
        if (address.isEmpty() || !parts.matches()) {
            return words;
        }
        words.add(address);
        addAuthority(parts.group(1), words);
        String path = parts.group(2);
        // "/status" alone is too common to be an internal name.
        if (path != null && path.indexOf('/', 1) > 0) {
            words.add(path);
        }
        if (parts.group(3) != null) {
            words.add(parts.group(3));
        }
        return words;
    }

    private static void addAuthority(String authority, Set<String> words) {
        words.add(authority);
        Matcher parts = AUTHORITY.matcher(authority);
        if (parts.matches()) {
            for (int part = 1; part <= parts.groupCount(); part++) {
                if (parts.group(part) != null) {
                    words.add(parts.group(part));
                }
            }
        }
    }
}
