package com.elytracloud.status.objectstore;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.TestStore;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ObjectStoreTest {
    private static final LocalS3 S3 = LocalS3.start().createBucket("things");
    private static final Duration PLENTY = Duration.ofSeconds(20);

    @BeforeEach
    void forget() {
        S3.reset();
    }

    @AfterAll
    static void stop() {
        S3.close();
    }

    @Test
    void whatIsPutCarriesNeitherTrailerNorChunkOverTheWire() throws Exception {
        put(TestStore.of(S3.variables()));

        LoggedRequest sent = S3.requests().get(0);
        assertThat(sent.getHeader("x-amz-content-sha256")).matches("[0-9a-f]{64}");
        assertThat(sent.containsHeader("x-amz-trailer")).isFalse();
        assertThat(sent.containsHeader("x-amz-sdk-checksum-algorithm")).isFalse();
        assertThat(sent.containsHeader("Content-Encoding")).isFalse();
        assertThat(sent.containsHeader("Expect")).isFalse();
        assertThat(sent.getBodyAsString()).isEqualTo("hello");
    }

    @Test
    void aServerElsewhereHasTheBucketInThePath() throws Exception {
        list(TestStore.of(S3.variables()), PLENTY);

        assertThat(S3.requests().get(0).getUrl()).startsWith("/things?");
    }

    @Test
    void aWrongSecretIsUnauthorized() {
        Map<String, String> variables = S3.variables();
        variables.put("SPACES_SECRET_KEY", "wrong-secret");

        Failure failure = failure(TestStore.of(variables), PLENTY);

        assertThat(failure)
                .isEqualTo(new Failure(Reason.UNAUTHORIZED, "listing things: answer 403 SignatureDoesNotMatch"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "403, AccessDenied, FORBIDDEN",
        "403, InvalidAccessKeyId, UNAUTHORIZED",
        "403, SignatureDoesNotMatch, UNAUTHORIZED",
        "403, RequestTimeTooSkewed, CLOCK_SKEWED",
        "400, AuthorizationHeaderMalformed, UNAUTHORIZED",
        "400, InvalidRequest, UNREADABLE",
        "401, Unauthorized, UNAUTHORIZED",
        "404, NoSuchBucket, NOT_FOUND",
        "301, PermanentRedirect, REDIRECTED",
        "307, TemporaryRedirect, REDIRECTED",
        "429, TooManyRequests, THROTTLED",
        "429, '', THROTTLED",
        "503, SlowDown, THROTTLED",
        "503, ServiceUnavailable, SERVER_ERROR",
        "500, InternalError, SERVER_ERROR"
    })
    void eachAnswerHasItsReason(int status, String code, Reason reason) {
        answer(aResponse().withStatus(status).withBody("<Error><Code>%s</Code></Error>".formatted(code)));

        Failure failure = failure(TestStore.of(S3.variables()), PLENTY);

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.detail())
                .isEqualTo(
                        "listing things: answer %d %s".formatted(status, code).strip());
    }

    @Test
    void theWordsOfAReplyAreNotRepeated() {
        answer(aResponse()
                .withStatus(403)
                .withBody("<Error><Code>LOCAL4ACCESS7KEY9Q2 10.1.2.3</Code><Message>10.1.2.3</Message></Error>"));

        ObjectStoreException exception = exception(TestStore.of(S3.variables()), PLENTY);

        assertThat(exception).hasMessage("FORBIDDEN: listing things: answer 403");
    }

    @Test
    void aServerErrorIsAskedThreeTimesAtMost() {
        answer(aResponse().withStatus(500));

        failure(TestStore.of(S3.variables()), PLENTY);

        assertThat(S3.requests()).hasSize(3);
    }

    @Test
    void aRefusalIsAskedOnceAndNothingWasDone() {
        answer(aResponse().withStatus(403));

        ObjectStoreException exception = exception(TestStore.of(S3.variables()), PLENTY);

        assertThat(S3.requests()).hasSize(1);
        assertThat(exception.mayBeDone()).isFalse();
    }

    @Test
    void aBodyThatTricklesIsOverWhenTheDeadlinePasses() {
        answer(aResponse().withBody("<a>".repeat(100)).withChunkedDribbleDelay(100, 20_000));

        long before = System.nanoTime();
        Failure failure = failure(TestStore.of(S3.variables()), Duration.ofMillis(300));

        assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void afterTheDeadlineNothingIsSent() {
        Failure failure = failure(TestStore.of(S3.variables()), Duration.ZERO);

        assertThat(failure.reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(S3.requests()).isEmpty();
    }

    @Test
    void afterAResetTheStorageMayHaveDoneWhatWasAsked() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        ObjectStoreException exception = exception(TestStore.of(S3.variables()), PLENTY);

        assertThat(exception.failure().reason()).isEqualTo(Reason.CUT_SHORT);
        assertThat(exception.mayBeDone()).isTrue();
    }

    @Test
    void noServerIsUnreachable() {
        Failure failure = failure(storeAt("http://127.0.0.1:1"), PLENTY);

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void noSuchHostIsUnreachable() {
        Failure failure = failure(storeAt("http://storage.invalid"), PLENTY);

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
    }

    private static ObjectStore storeAt(String endpoint) {
        Map<String, String> variables = S3.variables();
        variables.put("SPACES_ENDPOINT", URI.create(endpoint).toString());
        return TestStore.of(variables);
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        S3.front().stubFor(any(anyUrl()).willReturn(answer));
    }

    private static Failure failure(ObjectStore store, Duration limit) {
        return exception(store, limit).failure();
    }

    private static ObjectStoreException exception(ObjectStore store, Duration limit) {
        return catchThrowableOfType(ObjectStoreException.class, () -> list(store, limit));
    }

    private static ListObjectsV2Response list(ObjectStore store, Duration limit) throws ObjectStoreException {
        return store.call(
                "listing things", Deadline.in(limit), s3 -> s3.listObjectsV2(request -> request.bucket("things")));
    }

    private static PutObjectResponse put(ObjectStore store) throws ObjectStoreException {
        byte[] bytes = "hello".getBytes(StandardCharsets.UTF_8);
        return store.call(
                "sending a",
                Deadline.in(PLENTY),
                s3 -> s3.putObject(request -> request.bucket("things").key("a"), RequestBody.fromBytes(bytes)));
    }
}
