package com.elytracloud.status.objectstore;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

import com.elytracloud.status.config.TlsConfig;

/** Builds the client; every line is here because a storage refuses, or a cold start pays for, the SDK's default. */
final class S3ClientFactory {
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(2);
    private static final Map<List<Object>, SdkHttpClient> HTTP = new ConcurrentHashMap<>();

    private S3ClientFactory() {}

    static S3Client build(S3Access access, CallLimits limits, TlsConfig tls) {
        return S3Client.builder()
                .endpointOverride(access.endpoint())
                .region(Region.of(access.region()))
                .forcePathStyle(access.isPathStyle())
                .credentialsProvider(access.credentials())
                // Ceph, and so Spaces, refuses every PUT that has the SDK's default checksum in a trailer.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(withoutChunks())
                .httpClient(http(limits, tls))
                .overrideConfiguration(overrides(limits))
                // Set explicitly, so that no environment, profile file or instance service is read.
                .defaultsMode(DefaultsMode.LEGACY)
                .dualstackEnabled(false)
                .fipsEnabled(false)
                .build();
    }

    // Ceph keeps the encoding of a chunked signature as the object's Content-Encoding, which no browser can read.
    private static S3Configuration withoutChunks() {
        return S3Configuration.builder()
                .chunkedEncodingEnabled(false)
                // A storage without support for "Expect: 100-continue" would delay each PUT until the socket timeout.
                .expectContinueEnabled(false)
                .profileFile(S3ClientFactory::noProfiles)
                .build();
    }

    // One for all clients of the process, because it reads the platform's certificates; it holds no connection itself.
    private static SdkHttpClient http(CallLimits limits, TlsConfig tls) {
        return HTTP.computeIfAbsent(List.of(limits.connect(), limits.attempt(), tls), any -> newHttp(limits, tls));
    }

    private static SdkHttpClient newHttp(CallLimits limits, TlsConfig tls) {
        UrlConnectionHttpClient.Builder http = UrlConnectionHttpClient.builder()
                .connectionTimeout(limits.connect())
                .socketTimeout(limits.attempt());
        tls.trustManagers().ifPresent(managers -> http.tlsTrustManagersProvider(() -> managers));
        return http.build();
    }

    private static ClientOverrideConfiguration overrides(CallLimits limits) {
        return ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(limits.attempt())
                .retryStrategy(retries(limits))
                .defaultProfileFileSupplier(S3ClientFactory::noProfiles)
                .build();
    }

    private static RetryStrategy retries(CallLimits limits) {
        BackoffStrategy withJitter = BackoffStrategy.exponentialDelay(limits.backoff(), LONGEST_BACKOFF);
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(limits.attempts())
                .backoffStrategy(withJitter)
                .throttlingBackoffStrategy(withJitter)
                // One run makes few calls; a bucket of retry tokens would only make the last of them fail sooner.
                .circuitBreakerEnabled(false)
                .build();
    }

    private static ProfileFile noProfiles() {
        return ProfileFile.builder()
                .content(new ByteArrayInputStream(new byte[0]))
                .type(ProfileFile.Type.CONFIGURATION)
                .build();
    }
}
