package com.elytracloud.status.objectstore;

import java.util.regex.Pattern;

import com.elytracloud.status.config.SettingsReader;

/** What may be the name of a bucket. */
public final class BucketNames {
    private static final Pattern NO_NAME = Pattern.compile("[\\s/\\\\?#:]");

    private BucketNames() {}

    /** Refuses an address or a path where a name belongs; whether the name is allowed, the storage decides. */
    public static String check(SettingsReader reader, String variable, String name) {
        if (NO_NAME.matcher(name).find()) {
            reader.refuse(variable, "is an address or a path; use the bare name of the bucket");
        }
        return name;
    }
}
