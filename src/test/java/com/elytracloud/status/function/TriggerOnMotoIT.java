package com.elytracloud.status.function;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

import com.elytracloud.status.testing.LocalLambda;
import com.elytracloud.status.testing.UrlEvents;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged trigger in front of moto's SQS, with a thousand notifications; needs Python with moto[server]. */
@Tag("nightly")
class TriggerOnMotoIT {
    private static final Path ZIP = Path.of(System.getProperty("build.directory"), "function.zip");
    private static final String TOKEN = "a-token-of-the-test-with-moto";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private Process moto;
    private SqsClient sqs;

    @BeforeEach
    void start() throws Exception {
        assertThat(isThere("import moto.server"))
                .as("needs moto: pip install 'moto[server]'")
                .isTrue();
        int port = freePort();
        moto = python("-c", "from moto.server import main; main(['-H', '127.0.0.1', '-p', '%d'])".formatted(port));
        sqs = SqsClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + port))
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(retry -> retry.retryStrategy(strategy -> strategy.maxAttempts(60)))
                .build();
    }

    @AfterEach
    void stop() {
        if (moto != null) {
            sqs.close();
            moto.destroy();
        }
    }

    @Test
    void wrongTokensLeaveNoMessageAndAThousandRightOnesTwoEach() throws Exception {
        String queue = sqs.createQueue(request -> request.queueName("runs")).queueUrl();
        Map<String, String> variables = Map.of(
                "QUARKUS_FUNQY_EXPORT", "trigger",
                "TRIGGER_TOKEN", TOKEN,
                "TRIGGER_QUEUE_URL", queue,
                "AWS_REGION", "eu-west-1",
                "AWS_ACCESS_KEY_ID", "id",
                "AWS_SECRET_ACCESS_KEY", "secret");
        try (LocalLambda lambda = new LocalLambda(ZIP, folder.resolve("task"), variables)) {
            for (int i = 0; i < 20; i++) {
                assertThat(status(lambda, "Bearer wrong-token-" + i)).isEqualTo(403);
            }
            assertThat(messages(queue)).isZero();

            for (int i = 0; i < 1_000; i++) {
                assertThat(status(lambda, "Bearer " + TOKEN)).as(lambda.log()).isEqualTo(202);
            }
            assertThat(messages(queue)).isEqualTo(2_000);
        }
    }

    private long messages(String queue) {
        return sqs
                .getQueueAttributes(request -> request.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
                .attributes()
                .entrySet()
                .stream()
                .filter(each -> each.getKey().toString().startsWith("ApproximateNumberOfMessages"))
                .mapToLong(each -> Long.parseLong(each.getValue()))
                .sum();
    }

    private static int status(LocalLambda lambda, String authorization) throws Exception {
        JsonNode answer = MAPPER.readTree(
                lambda.invoke(UrlEvents.with("authorization", authorization).toString())
                        .body());
        return answer.path("statusCode").asInt();
    }

    private static boolean isThere(String module) throws Exception {
        Process asked = python("-c", module);
        return asked.waitFor(30, TimeUnit.SECONDS) && asked.exitValue() == 0;
    }

    private static Process python(String... arguments) throws IOException {
        ProcessBuilder python = new ProcessBuilder("python3");
        python.command().addAll(List.of(arguments));
        return python.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
