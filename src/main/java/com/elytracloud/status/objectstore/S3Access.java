package com.elytracloud.status.objectstore;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

import com.elytracloud.status.config.Secret;

/**
 * The endpoint of a storage and the credentials for it.
 *
 * @param region for the signature
 */
public record S3Access(URI endpoint, String region, AwsCredentialsProvider credentials) {
    private static final String SPACES = ".digitaloceanspaces.com";
    private static final Pattern AWS = Pattern.compile("s3[.-](?:dualstack\\.)?([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?");
    private static final Pattern AWS_HOST = Pattern.compile("(.*\\.)?amazonaws\\.com(\\.cn)?");

    public S3Access {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(credentials, "credentials");
    }

    /** A storage with an access key, which is read for each request, because it may change. */
    public static S3Access byKey(URI endpoint, String region, Supplier<Secret> id, Supplier<Secret> secret) {
        return new S3Access(
                endpoint,
                region,
                () -> AwsBasicCredentials.create(id.get().value(), secret.get().value()));
    }

    /** AWS S3 with the credentials of the platform: the role of a function or a machine, or a profile. */
    static S3Access byRole(URI endpoint, String region) {
        return new S3Access(
                endpoint, region, DefaultCredentialsProvider.builder().build());
    }

    /** AWS S3 with the credentials of the settings; without an id those of the platform are used. */
    public static S3Access atAws(String region, Secret id, Secret secret, Secret token) {
        URI endpoint =
                URI.create("https://s3.%s.amazonaws.com%s".formatted(region, region.startsWith("cn-") ? ".cn" : ""));
        if (id.isEmpty()) {
            return byRole(endpoint, region);
        }
        AwsCredentials credentials = token.isEmpty()
                ? AwsBasicCredentials.create(id.value(), secret.value())
                : AwsSessionCredentials.create(id.value(), secret.value(), token.value());
        return new S3Access(endpoint, region, () -> credentials);
    }

    /** Whether the storage is AWS S3 itself. */
    static boolean isAws(URI endpoint) {
        return AWS_HOST.matcher(host(endpoint)).matches();
    }

    /** The region in the endpoint's host name, if there is one. */
    public static Optional<String> regionOf(URI endpoint) {
        String host = host(endpoint);
        Matcher aws = AWS.matcher(host);
        if (aws.matches()) {
            return Optional.of(aws.group(1));
        }
        return host.endsWith(SPACES) ? Optional.of(host.substring(0, host.indexOf('.'))) : Optional.empty();
    }

    // A bucket is part of the host's name where a certificate for such names exists; elsewhere it is in the path.
    boolean isPathStyle() {
        return !host(endpoint).endsWith(SPACES) && !isAws(endpoint);
    }

    /** Where someone without a key finds an object. */
    URI addressOf(String bucket, String key) {
        String authority = endpoint.getAuthority();
        try {
            return isPathStyle()
                    ? new URI(endpoint.getScheme(), authority, "/%s/%s".formatted(bucket, key), null, null)
                    : new URI(endpoint.getScheme(), bucket + "." + authority, "/" + key, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'%s' is not a valid object key".formatted(key), e);
        }
    }

    static String host(URI address) {
        return address.getHost().toLowerCase(Locale.ROOT);
    }
}
