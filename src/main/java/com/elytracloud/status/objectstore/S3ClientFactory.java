package com.elytracloud.status.objectstore;

import java.time.Duration;

import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.http.RetryPolicy;

/** Builds the client; every line is here because a storage refuses the SDK's default. */
final class S3ClientFactory {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(2);

    private S3ClientFactory() {}

    static S3Client build(S3Access access, RetryPolicy policy, TlsConfig tls) {
        UrlConnectionHttpClient.Builder http =
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(policy.timeout());
        tls.trustManagers().ifPresent(managers -> http.tlsTrustManagersProvider(() -> managers));
        return S3Client.builder()
                .endpointOverride(access.endpoint())
                .region(Region.of(access.region()))
                .forcePathStyle(access.isPathStyle())
                .credentialsProvider(access.credentials())
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
                .overrideConfiguration(overrides ->
                        overrides.apiCallAttemptTimeout(policy.timeout()).retryStrategy(retries(policy)))
                .build();
    }

    private static RetryStrategy retries(RetryPolicy policy) {
        BackoffStrategy withJitter = BackoffStrategy.exponentialDelay(policy.backoff(), LONGEST_BACKOFF);
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(policy.attempts())
                .backoffStrategy(withJitter)
                .throttlingBackoffStrategy(withJitter)
                // One run makes few calls; a bucket of retry tokens would only make the last of them fail sooner.
                .circuitBreakerEnabled(false)
                .build();
    }
}
