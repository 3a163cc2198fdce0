package com.elytracloud.status.config;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.SsmClientBuilder;
import software.amazon.awssdk.services.ssm.model.SsmException;

/** Reads the parameters below a path of AWS's Parameter Store, decrypted. */
final class SsmParameters {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 3;
    private static final Duration BACKOFF = Duration.ofMillis(200);

    private SsmParameters() {}

    /** The parameters below a path, by the rest of their names. */
    static Map<String, String> read(String path, String region, SettingsReader reader)
            throws UnreadableParametersException {
        Map<String, String> found = new HashMap<>();
        try (SsmClient client = client(region, reader)) {
            client.getParametersByPathPaginator(request -> request.path(path).withDecryption(true)).stream()
                    .flatMap(page -> page.parameters().stream())
                    .forEach(parameter -> found.put(parameter.name().substring(path.length() + 1), parameter.value()));
        }
        if (found.isEmpty()) {
            throw new UnreadableParametersException("nothing is stored below the path; check it, and the region");
        }
        return found;
    }

    private static SsmClient client(String region, SettingsReader reader) throws UnreadableParametersException {
        UrlConnectionHttpClient.Builder http =
                UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(ATTEMPT);
        new TlsConfig(reader).trustManagers().ifPresent(trust -> http.tlsTrustManagersProvider(() -> trust));
        BackoffStrategy backoff = BackoffStrategy.exponentialDelay(BACKOFF, ATTEMPT);
        SsmClientBuilder client = SsmClient.builder()
                .region(Region.of(region))
                .credentialsProvider(credentials(reader))
                .httpClientBuilder(http)
                .overrideConfiguration(
                        overrides -> overrides.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(ATTEMPTS)
                                .backoffStrategy(backoff)
                                .throttlingBackoffStrategy(backoff)
                                .build()));
        reader.address("AWS_ENDPOINT_URL_SSM").ifPresent(client::endpointOverride);
        return client.build();
    }

    private static AwsCredentialsProvider credentials(SettingsReader reader) throws UnreadableParametersException {
        Secret id = reader.secret("AWS_ACCESS_KEY_ID");
        Secret secret = reader.secret("AWS_SECRET_ACCESS_KEY");
        Secret token = reader.secret("AWS_SESSION_TOKEN");
        if (!id.isEmpty() && !secret.isEmpty()) {
            return StaticCredentialsProvider.create(
                    token.isEmpty()
                            ? AwsBasicCredentials.create(id.value(), secret.value())
                            : AwsSessionCredentials.create(id.value(), secret.value(), token.value()));
        }
        if (reader.isSet("AWS_CONTAINER_CREDENTIALS_FULL_URI")) {
            return ContainerCredentialsProvider.create();
        }
        throw new UnreadableParametersException(
                "the environment holds no AWS credentials; on Lambda it does, elsewhere set"
                        + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY");
    }

    /** Why reading failed; the messages of the service are not repeated, because they may contain secrets. */
    static String reason(Throwable thrown) {
        if (thrown instanceof UnreadableParametersException named) {
            return named.getMessage();
        }
        if (thrown instanceof SsmException refused) {
            return refusal(refused);
        }
        boolean isOfTheNetwork = thrown.getCause() == null || thrown.getCause() instanceof IOException;
        return isOfTheNetwork
                ? "it does not answer (%s)".formatted(thrown.getClass().getSimpleName())
                : "the answer is not that of a Parameter Store";
    }

    private static String refusal(SsmException refused) {
        String code = Optional.ofNullable(refused.awsErrorDetails().errorCode()).orElse("");
        return switch (code) {
            case "AccessDeniedException" ->
                String.valueOf(refused.awsErrorDetails().errorMessage()).contains("kms:Decrypt")
                        ? "the role may not use the key of the parameters (kms:Decrypt)"
                        : "the role may not ssm:GetParametersByPath on this path";
            case "UnrecognizedClientException",
                    "InvalidSignatureException",
                    "ExpiredTokenException",
                    "IncompleteSignature",
                    "MissingAuthenticationToken",
                    "InvalidClientTokenId" -> "the AWS credentials are not accepted (%s)".formatted(code);
            default ->
                "answer %d %s"
                        .formatted(refused.statusCode(), code.matches("[A-Za-z]{1,60}") ? code : "")
                        .strip();
        };
    }
}
