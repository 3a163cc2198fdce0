package com.elytracloud.status.config;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.SsmClientBuilder;
import software.amazon.awssdk.services.ssm.model.SsmException;

/**
 * The parameters below {@code SECRETS_SSM_PATH} in AWS's Parameter Store, each named like the variable it stands for.
 * They are read at the first lookup of a variable that the environment lacks; without a path no client is created.
 */
@Singleton
public final class SsmSecretStore implements SettingsSection {
    private static final String PATH = "SECRETS_SSM_PATH";
    /** For each page of ten parameters. Lambda gives a start ten seconds, and the JVM needs some of them. */
    private static final Duration AT_START = Duration.ofSeconds(5);
    /** Before a run, which needs its own time afterwards. */
    private static final Duration REFRESH = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(SsmSecretStore.class);

    private final SettingsReader reader;
    private final TlsConfig tls;
    private final String path;
    private final String region;
    /** Null until they are read. */
    private Map<String, String> parameters;

    @Inject
    SsmSecretStore(Config config) {
        this(Variables.of(config));
    }

    SsmSecretStore(Variables variables) {
        reader = new SettingsReader(variables, EnumSet.allOf(Capability.class));
        tls = new TlsConfig(variables);
        path = reader.text(PATH, "").replaceFirst("/+$", "");
        region = path.isEmpty() ? "" : reader.required("AWS_REGION", "the region of the parameters below " + PATH);
        if (!path.matches("((/[A-Za-z0-9_.-]+){1,15})?")) {
            reader.refuse(PATH, "is not a path; allowed is one such as /elytra-status-prod, with a leading /");
        }
        parameters = path.isEmpty() || !reader.problems().isEmpty() ? Map.of() : null;
        reader.internal(path);
    }

    /** Whose secrets are the credentials of AWS; the parameters are named by the sections that use them. */
    @Override
    public SettingsReader reader() {
        return reader;
    }

    /** The value of a variable; never throws, because a store that cannot be read is a configuration error. */
    Optional<String> find(String variable) {
        return Optional.ofNullable(all().get(variable));
    }

    @Override
    public List<Problem> problems() {
        all();
        return reader.problems();
    }

    private synchronized Map<String, String> all() {
        if (parameters == null) {
            parameters = Map.of();
            try {
                parameters = read(AT_START);
            } catch (IOException e) {
                reader.refuse(PATH, "%s in %s gives no secrets: %s", path, region, e.getMessage());
            }
        }
        return parameters;
    }

    /**
     * Reads the store again and returns whether anything changed; never throws. A deleted parameter keeps its value: without
     * its API key a source would silently no longer be read.
     */
    synchronized boolean refresh() {
        Map<String, String> known = all();
        if (known.isEmpty()) {
            return false;
        }
        parameters = new HashMap<>(known);
        try {
            parameters.putAll(read(REFRESH));
        } catch (IOException e) {
            LOG.warnf("%s in %s: the secrets could not be read again: %s", path, region, e.getMessage());
        }
        return !parameters.equals(known);
    }

    /** @throws IOException saying why, without a message of the service, which may contain secrets */
    private Map<String, String> read(Duration limit) throws IOException {
        Map<String, String> found = new HashMap<>();
        try (SsmClient client = client(limit)) {
            client.getParametersByPathPaginator(request -> request.path(path).withDecryption(true))
                    .forEach(page -> page.parameters()
                            .forEach(each -> found.put(each.name().substring(path.length() + 1), each.value())));
        } catch (SsmException e) {
            throw new IOException(reason(e), e);
        } catch (SdkException e) {
            boolean isOfTheNetwork = e.getCause() == null || e.getCause() instanceof IOException;
            String unanswered = "it does not answer (%s)".formatted(e.getClass().getSimpleName());
            throw new IOException(isOfTheNetwork ? unanswered : "the answer is not that of a Parameter Store", e);
        }
        if (found.isEmpty()) {
            throw new IOException("nothing is stored below the path; check it, and the region");
        }
        return found;
    }

    private SsmClient client(Duration limit) throws IOException {
        AwsCredentialsProvider credentials = awsCredentials(reader)
                .orElseThrow(() -> new IOException("the environment holds no AWS credentials; on Lambda it does,"
                        + " elsewhere set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"));
        UrlConnectionHttpClient.Builder http = UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(1))
                .socketTimeout(Duration.ofSeconds(2))
                .tlsTrustManagersProvider(tls::trustManagers);
        SsmClientBuilder client = SsmClient.builder()
                .region(Region.of(region))
                .credentialsProvider(credentials)
                .httpClientBuilder(http)
                .overrideConfiguration(
                        overrides -> overrides.retryStrategy(RetryMode.STANDARD).apiCallTimeout(limit));
        reader.address("AWS_ENDPOINT_URL_SSM").ifPresent(client::endpointOverride);
        return client.build();
    }

    /** The credentials of AWS among the settings: a key, or where a container gets its own; empty without them. */
    public static Optional<AwsCredentialsProvider> awsCredentials(SettingsReader reader) {
        String id = reader.secret("AWS_ACCESS_KEY_ID").value();
        String secret = reader.secret("AWS_SECRET_ACCESS_KEY").value();
        String token = reader.secret("AWS_SESSION_TOKEN").value();
        if (!id.isEmpty() && !secret.isEmpty()) {
            return Optional.of(() -> token.isEmpty()
                    ? AwsBasicCredentials.create(id, secret)
                    : AwsSessionCredentials.create(id, secret, token));
        }
        return reader.isSet("AWS_CONTAINER_CREDENTIALS_FULL_URI")
                ? Optional.of(ContainerCredentialsProvider.create())
                : Optional.empty();
    }

    private static String reason(SsmException refused) {
        AwsErrorDetails details = refused.awsErrorDetails();
        String code = Optional.ofNullable(details.errorCode()).orElse("");
        if (code.equals("AccessDeniedException")) {
            return String.valueOf(details.errorMessage()).contains("kms:Decrypt")
                    ? "the role may not use the key of the parameters (kms:Decrypt)"
                    : "the role may not ssm:GetParametersByPath on this path";
        }
        return code.matches(
                        "(Unrecognized|Invalid|Expired|Incomplete|Missing)[A-Za-z]*(Client|Signature|Token)[A-Za-z]*")
                ? "the AWS credentials are not accepted (%s)".formatted(code)
                : "answer " + refused.statusCode() + (code.matches("[A-Za-z]{1,60}") ? " " + code : "");
    }
}
