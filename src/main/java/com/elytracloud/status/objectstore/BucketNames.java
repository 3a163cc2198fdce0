package com.elytracloud.status.objectstore;

import java.util.regex.Pattern;

import com.elytracloud.status.config.SettingsReader;

/** Valid names of buckets. */
public final class BucketNames {
    private static final Pattern NO_NAME = Pattern.compile("[\\s/\\\\?#:]");

    private BucketNames() {}

    /** Rejects an address or a path in place of a name; the storage decides whether the name is allowed. */
    public static String check(SettingsReader reader, String variable, String name) {
        if (NO_NAME.matcher(name).find()) {
            reader.refuse(variable, "is an address or a path; use the bare name of the bucket");
        }
        return name;
    }
}
