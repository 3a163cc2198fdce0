package com.elytracloud.status.objectstore;

import java.util.regex.Pattern;

import com.elytracloud.status.config.SettingsReader;

/** What may be the name of a bucket. */
public final class BucketNames {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    private BucketNames() {}

    /** Refuses a name that no storage would accept, such as an address where a name belongs; empty passes. */
    public static String check(SettingsReader reader, String variable, String name) {
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            reader.refuse(
                    variable,
                    "is '%s'; allowed is a bucket's bare name: 3 to 63 of a-z, 0-9, '-' and '.'".formatted(name));
        }
        return name;
    }
}
