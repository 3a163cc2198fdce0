package com.elytracloud.status.objectstore;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.elytracloud.status.config.SettingsReader;

/** Refuses an endpoint that names a bucket: consoles show the address of a bucket next to that of the storage. */
public final class Endpoints {
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

    private Endpoints() {}

    /** Refuses it with the right form; the names of the configured buckets are recognized at any provider. */
    public static URI check(SettingsReader reader, String variable, URI endpoint) {
        String host = S3Access.host(endpoint).replace(".cdn.digitaloceanspaces.", ".digitaloceanspaces.");
        String storage = withoutBucket(reader, host);
        String path = endpoint.getRawPath();
        if (!storage.equals(S3Access.host(endpoint)) || !(path == null || path.isEmpty())) {
            String port = endpoint.getPort() < 0 ? "" : ":" + endpoint.getPort();
            reader.refuse(
                    variable,
                    "contains a bucket, a path or the CDN; use the address of the storage alone: %s://%s%s"
                            .formatted(endpoint.getScheme(), storage, port));
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
