package com.elytracloud.status.assess;

import java.util.Locale;

import com.elytracloud.status.domain.Monitor;

/**
 * Recognises monitors that watch the status site itself: evaluating them would feed the published status back into
 * itself.
 */
final class OwnSite {
    private OwnSite() {}

    /** Whether a monitor's target is below the address of the site; false if the address is unknown. */
    static boolean isWatchedBy(Monitor monitor, String ownSite) {
        if (ownSite.isEmpty() || monitor.target().isEmpty()) {
            return false;
        }
        return Address.of(ownSite).holds(Address.of(monitor.target()));
    }

    /** An address without its scheme and without a slash at the end of its path. */
    private record Address(String authority, String path) {
        static Address of(String url) {
            String rest = withoutScheme(url.replaceFirst("[?#].*", ""));
            int slash = rest.indexOf('/');
            String authority = slash < 0 ? rest : rest.substring(0, slash);
            String path = slash < 0 ? "" : rest.substring(slash);
            return new Address(hostAndPort(authority), path.replaceFirst("/+$", ""));
        }

        // A name that only begins like the folder of the site is not below it.
        boolean holds(Address other) {
            return other.authority.equals(authority) && (other.path.equals(path) || other.path.startsWith(path + "/"));
        }

        private static String withoutScheme(String url) {
            int mark = url.indexOf("://");
            return mark < 0 ? url : url.substring(mark + "://".length());
        }

        private static String hostAndPort(String authority) {
            String withoutUser = authority.substring(authority.lastIndexOf('@') + 1);
            return withoutUser.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
        }
    }
}
