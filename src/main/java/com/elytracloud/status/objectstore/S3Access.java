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
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import com.elytracloud.status.config.Secret;

/**
 * The endpoint of a storage and the credentials for it.
 *
 * @param region for the signature
 */
public record S3Access(URI endpoint, String region, AwsCredentialsProvider credentials) {
    static final String SPACES = ".digitaloceanspaces.com";

    private static final Pattern AWS = Pattern.compile("s3[.-](?:dualstack\\.)?([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?");
    private static final Pattern AWS_HOST = Pattern.compile("(.*\\.)?amazonaws\\.com(\\.cn)?");

    private static final Pattern REGION = Pattern.compile("[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?");

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

    /** AWS S3, entered by the session that a function is given in its environment. */
    public static S3Access bySession(String region, Secret id, Secret secret, Secret token) {
        AwsSessionCredentials session = AwsSessionCredentials.create(id.value(), secret.value(), token.value());
        return new S3Access(addressOfAws(region), region, StaticCredentialsProvider.create(session));
    }

    /**
     * AWS S3, entered by what the platform hands out at {@code AWS_CONTAINER_CREDENTIALS_FULL_URI}: a function that was
     * restored from a snapshot has no session in its environment, because it would have expired there.
     */
    public static S3Access byPlatform(String region) {
        return new S3Access(addressOfAws(region), region, ContainerCredentialsProvider.create());
    }

    /** AWS S3 with the credentials of the environment: the role of a function or a machine, or a profile. */
    static S3Access byRole(URI endpoint, String region) {
        return new S3Access(
                endpoint, region, DefaultCredentialsProvider.builder().build());
    }

    /** Whether a text may be a region's name. */
    public static boolean isRegion(String text) {
        return REGION.matcher(text).matches();
    }

    /** Whether the storage is AWS S3 itself. */
    public static boolean isAws(URI endpoint) {
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

    private static URI addressOfAws(String region) {
        return URI.create("https://s3.%s.amazonaws.com%s".formatted(region, region.startsWith("cn-") ? ".cn" : ""));
    }
}
