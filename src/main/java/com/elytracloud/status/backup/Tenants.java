package com.elytracloud.status.backup;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Tells whose backup a key is.
 *
 * @param prefix where the backups lie; empty, or ending with a slash
 * @param depth how many folder levels below the prefix name a tenant; 0 means that all backups are one tenant's
 */
record Tenants(String prefix, int depth) {
    /** Whose a backup is that lies in no tenant's folder. */
    static final String WHOLE_PREFIX = "";

    /**
     * 2026, 202611, 20261120, 2026-11, 2026-11-20, or digits down to the second, or seconds since 1970. Other numbers
     * are no dates: taking the customer 1042 for one would hide that customer's failures behind another's backup.
     */
    private static final Pattern DATE =
            Pattern.compile("(19|20)\\d{2}((\\d{2}){1,5}|-\\d{2}(-\\d{2})?)?|1\\d{9}(\\d{3})?");

    Tenants {
        Objects.requireNonNull(prefix, "prefix");
        if (depth < 0) {
            throw new IllegalArgumentException("depth is %d, allowed is 0 or more".formatted(depth));
        }
    }

    /** The tenant's folder without the prefix, or {@link #WHOLE_PREFIX}; a folder named by a date ends the name. */
    String of(String key) {
        String rest = below(key);
        int end = 0;
        for (int level = 0; level < depth; level++) {
            int start = level == 0 ? 0 : end + 1;
            int slash = rest.indexOf('/', start);
            if (slash < 0 || isDate(rest.substring(start, slash))) {
                break;
            }
            end = slash;
        }
        return rest.substring(0, end);
    }

    /** The folder of a tenant. */
    String folder(String tenant) {
        return tenant.equals(WHOLE_PREFIX) ? prefix : prefix + tenant + "/";
    }

    /** A key without the prefix. */
    String below(String key) {
        return key.startsWith(prefix) ? key.substring(prefix.length()) : key;
    }

    /** Whether a folder, with the slash at its end, is named by a date. */
    boolean isDated(String folder) {
        String name = folder.substring(0, folder.length() - 1);
        return folder.length() > prefix.length() && isDate(name.substring(name.lastIndexOf('/') + 1));
    }

    private static boolean isDate(String folder) {
        return DATE.matcher(folder).matches();
    }
}
