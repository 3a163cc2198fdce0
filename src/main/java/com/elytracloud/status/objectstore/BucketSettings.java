package com.elytracloud.status.objectstore;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.elytracloud.status.config.SettingsReader;

/** Reads what the settings say about a bucket: its name, its endpoint, a region and the key of an object in it. */
public final class BucketSettings {

    /** The region of a storage that names none. */
    public static final String REGION = "us-east-1";

    private static final Pattern NAME = Pattern.compile("[^\\s/\\\\?#:]*");
    private static final Pattern REGION_NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?");
    /** Folders and a name, none of them a dot or two. */
    private static final Pattern KEY =
            Pattern.compile("(?=.{1,500}$)(?!.*(^|/)\\.{1,2}(/|$))[^/\\\\\\p{Cntrl}]+(/[^/\\\\\\p{Cntrl}]+)*");

    /** A bucket in front of the host of the storage, in the forms of all common providers. */
    private static final List<Pattern> WITH_BUCKET = Stream.of(
                    "s3[.-].+",
                    "[a-z0-9]+\\.digitaloceanspaces\\.com",
                    "[0-9a-f]{32}(?:\\.[a-z]+)?\\.r2\\.cloudflarestorage\\.com",
                    "storage\\.googleapis\\.com",
                    "[a-z0-9-]+\\.(?:linodeobjects|vultrobjects|your-objectstorage)\\.com",
                    "sos-[a-z0-9-]+\\.exo\\.io",
                    "(?:t3|fly)\\.storage(?:\\.tigris)?\\.dev")
            .map(host -> Pattern.compile(".+?\\.(" + host + ")"))
            .toList();

    private BucketSettings() {}

    /** Refuses an address or a path in place of a name; the storage decides whether the name is allowed. */
    public static String name(SettingsReader reader, String variable) {
        return reader.matching(variable, "", NAME, "is an address or a path; use the bare name of the bucket");
    }

    /** The key of an object of ours. */
    public static String key(SettingsReader reader, String variable, String byDefault) {
        String chosen = reader.text(variable, byDefault).replaceFirst("^/+", "");
        if (!KEY.matcher(chosen).matches()) {
            reader.refuse(variable, "is no key; allowed is a file's name, with folders before it or not");
        }
        return chosen;
    }

    /** Refuses what cannot be the name of a region, and takes the default in its place. */
    public static String region(SettingsReader reader, String variable, String byDefault) {
        return reader.matching(
                variable, byDefault, REGION_NAME, "is no region; allowed is one such as nyc3 or us-east-1");
    }

    /**
     * An endpoint that must be there and names no bucket: consoles show the address of a bucket next to that of the
     * storage. The names of the configured buckets are recognized at any provider.
     */
    public static URI endpoint(SettingsReader reader, String variable, String meaning) {
        URI endpoint = reader.requiredAddress(variable, meaning);
        String host = S3Access.host(endpoint).replace(".cdn.digitaloceanspaces.", ".digitaloceanspaces.");
        String storage = withoutBucket(reader, host);
        String path = endpoint.getRawPath();
        if (!storage.equals(S3Access.host(endpoint)) || !(path == null || path.isEmpty())) {
            String port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
            reader.refuse(
                    variable,
                    "contains a bucket, a path or the CDN; use the address of the storage alone: %s://%s%s",
                    endpoint.getScheme(),
                    storage,
                    port);
        }
        return endpoint;
    }

    private static String withoutBucket(SettingsReader reader, String host) {
        return Stream.of("BACKUP_BUCKET", "STATUS_BUCKET", "STATE_BUCKET")
                .map(name -> reader.text(name, "") + ".")
                .filter(bucket -> bucket.length() > 1 && host.startsWith(bucket))
                .map(bucket -> host.substring(bucket.length()))
                .findFirst()
                .or(() -> WITH_BUCKET.stream()
                        .map(form -> form.matcher(host))
                        .filter(Matcher::matches)
                        .map(found -> found.group(1))
                        .findFirst())
                .orElse(host);
    }
}
