package com.elytracloud.status.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsReader;

/**
 * AWS's Parameter Store, asked one question: {@code GetParametersByPath}. The request is signed by what the S3 client
 * brings along; the SDK's own client for this one question would add more to the function than all of our code is.
 */
final class ParameterStore {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);
    // Ten parameters a page, and pages may be empty.
    private static final int PAGES = 20;
    private static final int MAX_BYTES = 1 << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI endpoint;
    private final String region;
    private final AwsCredentialsProvider credentials;

    private ParameterStore(URI endpoint, String region, AwsCredentialsProvider credentials) {
        this.endpoint = endpoint;
        this.region = region;
        this.credentials = credentials;
    }

    /** The store of a region, entered as the platform lets us in. */
    static ParameterStore at(String region, SettingsReader reader) {
        String host = "https://ssm.%s.amazonaws.com%s/".formatted(region, region.startsWith("cn-") ? ".cn" : "");
        return new ParameterStore(
                reader.address("AWS_ENDPOINT_URL_SSM").orElse(URI.create(host)), region, credentials(reader));
    }

    /**
     * The parameters directly below a path, by the last part of their names.
     *
     * @param limit of all questions together: an answer that trickles keeps to the limit of each single read
     */
    Map<String, String> below(String path, Duration limit) throws ParameterException {
        FutureTask<Map<String, String>> asking = new FutureTask<>(() -> below(path));
        Thread thread = new Thread(asking, "parameter-store");
        thread.setDaemon(true);
        thread.start();
        try {
            return asking.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ParameterException("it does not answer within %d s".formatted(limit.toSeconds()), true);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ParameterException named
                    ? named
                    : new ParameterException("asking failed (%s)".formatted(e.getCause()), false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ParameterException("nobody waits for its answer", true);
        } finally {
            asking.cancel(true);
        }
    }

    private Map<String, String> below(String path) throws ParameterException {
        Map<String, String> found = new HashMap<>();
        try (SdkHttpClient http = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(ATTEMPT)
                .build()) {
            String next = "";
            for (int page = 0; page < PAGES; page++) {
                JsonNode answer = ask(http, question(path, next));
                for (JsonNode parameter : answer.path("Parameters")) {
                    String name = parameter.path("Name").asText();
                    found.put(
                            name.substring(name.lastIndexOf('/') + 1),
                            parameter.path("Value").asText());
                }
                next = answer.path("NextToken").asText("");
                if (next.isEmpty()) {
                    break;
                }
            }
        }
        if (found.isEmpty()) {
            throw new ParameterException(
                    "there is nothing below the path; is it the right one, and the right region?", false);
        }
        return found;
    }

    private static byte[] question(String path, String next) {
        ObjectNode question = JSON.createObjectNode();
        question.put("Path", path)
                .put("Recursive", false)
                .put("WithDecryption", true)
                .put("MaxResults", 10);
        if (!next.isEmpty()) {
            question.put("NextToken", next);
        }
        return question.toString().getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode ask(SdkHttpClient http, byte[] question) throws ParameterException {
        for (int attempt = 1; ; attempt++) {
            try {
                return askOnce(http, question);
            } catch (ParameterException e) {
                if (!e.isPassing() || attempt == ATTEMPTS) {
                    throw e;
                }
                pause(PAUSE.multipliedBy(attempt), e);
            }
        }
    }

    private JsonNode askOnce(SdkHttpClient http, byte[] question) throws ParameterException {
        SignedRequest signed = sign(question);
        try {
            HttpExecuteResponse answer = http.prepareRequest(HttpExecuteRequest.builder()
                            .request(signed.request())
                            .contentStreamProvider(signed.payload().orElseThrow())
                            .build())
                    .call();
            byte[] body = body(answer);
            int status = answer.httpResponse().statusCode();
            if (status != 200) {
                throw refusal(status, body);
            }
            JsonNode json = JSON.readTree(body);
            if (!json.path("Parameters").isArray()) {
                throw new ParameterException("the answer is not that of a Parameter Store", false);
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new ParameterException("the answer is not that of a Parameter Store", false);
        } catch (IOException e) {
            throw new ParameterException(
                    "it does not answer (%s)".formatted(e.getClass().getSimpleName()), true);
        }
    }

    private SignedRequest sign(byte[] question) throws ParameterException {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "AmazonSSM.GetParametersByPath")
                .build();
        AwsCredentials identity = identity();
        return AwsV4HttpSigner.create().sign(signing -> signing.identity(identity)
                .request(request)
                .payload(ContentStreamProvider.fromByteArray(question))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ssm")
                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    }

    private AwsCredentials identity() throws ParameterException {
        try {
            return credentials.resolveCredentials();
        } catch (SdkException e) {
            throw new ParameterException(
                    "the environment holds no AWS credentials; on Lambda it does, elsewhere set AWS_ACCESS_KEY_ID and"
                            + " AWS_SECRET_ACCESS_KEY",
                    false);
        }
    }

    // A session from the environment; after a snapshot, which would have kept it beyond its end, one from the platform.
    private static AwsCredentialsProvider credentials(SettingsReader reader) {
        Secret id = reader.secret("AWS_ACCESS_KEY_ID");
        Secret secret = reader.secret("AWS_SECRET_ACCESS_KEY");
        Secret token = reader.secret("AWS_SESSION_TOKEN");
        if (id.isEmpty() || secret.isEmpty()) {
            return ContainerCredentialsProvider.create();
        }
        return StaticCredentialsProvider.create(
                token.isEmpty()
                        ? AwsBasicCredentials.create(id.value(), secret.value())
                        : AwsSessionCredentials.create(id.value(), secret.value(), token.value()));
    }

    private static byte[] body(HttpExecuteResponse answer) throws IOException {
        if (answer.responseBody().isEmpty()) {
            return new byte[0];
        }
        try (InputStream in = answer.responseBody().get()) {
            return in.readNBytes(MAX_BYTES);
        }
    }

    private static ParameterException refusal(int status, byte[] body) {
        String type = "";
        boolean ofKey = false;
        try {
            JsonNode json = JSON.readTree(body);
            String said = json.path("__type").asText();
            type = said.substring(said.indexOf('#') + 1);
            ofKey = json.path("message").asText(json.path("Message").asText()).contains("kms:Decrypt");
        } catch (IOException e) {
            // no JSON: the status has to do
        }
        boolean passing = status >= 500 || status == 429 || type.startsWith("Throttling");
        return new ParameterException(advice(status, type, ofKey), passing);
    }

    private static String advice(int status, String type, boolean ofKey) {
        return switch (type) {
            case "AccessDeniedException" ->
                ofKey
                        ? "the role may not use the key of the parameters (kms:Decrypt)"
                        : "the role may not ssm:GetParametersByPath on this path";
            case "UnrecognizedClientException",
                    "InvalidSignatureException",
                    "ExpiredTokenException",
                    "IncompleteSignature",
                    "MissingAuthenticationToken",
                    "InvalidClientTokenId" -> "the AWS credentials are not accepted (%s)".formatted(type);
            default ->
                "answer %d %s"
                        .formatted(status, type.matches("[A-Za-z]{1,60}") ? type : "")
                        .strip();
        };
    }

    private static void pause(Duration length, ParameterException cause) throws ParameterException {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cause;
        }
    }
}
