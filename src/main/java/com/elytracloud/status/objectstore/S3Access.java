package com.elytracloud.status.objectstore;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;

import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SsmSecretStore;
import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.http.RetryPolicy;

/**
 * The endpoint of a storage and the credentials for it.
 *
 * @param region for the signature
 */
public record S3Access(URI endpoint, String region, AwsCredentialsProvider credentials) {
    static final String ID = "SPACES_ACCESS_KEY";
    static final String SECRET = "SPACES_SECRET_KEY";

    private static final String SPACES = ".digitaloceanspaces.com";
    private static final Pattern AWS = Pattern.compile("s3[.-](?:dualstack\\.)?([a-z0-9-]+)\\.amazonaws\\.com(\\.cn)?");
    private static final Pattern AWS_HOST = Pattern.compile("(.*\\.)?amazonaws\\.com(\\.cn)?");
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(2);

    /** A storage with the access key of the settings, which is read for each request, because it may change. */
    public static S3Access byKey(URI endpoint, String region, SettingsReader reader) {
        return new S3Access(
                endpoint,
                region,
                () -> AwsBasicCredentials.create(
                        reader.secret(ID).value(), reader.secret(SECRET).value()));
    }

    /** AWS S3 with the credentials of the platform: the role of a function or a machine, or a profile. */
    static S3Access byRole(URI endpoint, String region) {
        return new S3Access(
                endpoint, region, DefaultCredentialsProvider.builder().build());
    }

    /** AWS S3 with the credentials among the settings; without them those of the platform are used. */
    public static S3Access atAws(String region, SettingsReader reader) {
        URI endpoint =
                URI.create("https://s3.%s.amazonaws.com%s".formatted(region, region.startsWith("cn-") ? ".cn" : ""));
        return SsmSecretStore.awsCredentials(reader)
                .map(known -> new S3Access(endpoint, region, known))
                .orElseGet(() -> byRole(endpoint, region));
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

    static String host(URI address) {
        return address.getHost().toLowerCase(Locale.ROOT);
    }

    /** A client; every line is here because a storage refuses the SDK's default. */
    S3Client client(RetryPolicy policy, TlsConfig tls) {
        UrlConnectionHttpClient.Builder http = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(policy.timeout())
                .tlsTrustManagersProvider(tls::trustManagers);
        BackoffStrategy withJitter = BackoffStrategy.exponentialDelay(policy.backoff(), LONGEST_BACKOFF);
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.of(region))
                // A bucket is part of the host's name where a certificate for such names exists.
                .forcePathStyle(!host(endpoint).endsWith(SPACES) && !isAws(endpoint))
                .credentialsProvider(credentials)
                // Ceph, and so Spaces, refuses every PUT that has the SDK's default checksum in a trailer.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(service -> service
                        // Ceph keeps the encoding of a chunked signature as the object's Content-Encoding, which no
                        // browser can read.
                        .chunkedEncodingEnabled(false)
                        // A storage without support for "Expect: 100-continue" would delay each PUT until the timeout.
                        .expectContinueEnabled(false))
                .httpClientBuilder(http)
                .overrideConfiguration(overrides -> overrides
                        .apiCallAttemptTimeout(policy.timeout())
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(policy.attempts())
                                .backoffStrategy(withJitter)
                                .throttlingBackoffStrategy(withJitter)
                                // A bucket of retry tokens would only make the last of a run's few calls fail sooner.
                                .circuitBreakerEnabled(false)
                                .build()))
                .build();
    }
}
