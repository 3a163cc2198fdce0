package com.elytracloud.status.publish;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.SiteFile.Caching;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.http.AnonymousHttpClient;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.PublishException;
import com.elytracloud.status.run.SitePublisher.Published;
import com.elytracloud.status.run.SitePublisher.Revision;
import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.Moments;
import com.elytracloud.status.testing.SiteFiles;
import com.elytracloud.status.testing.TestStore;

import static com.elytracloud.status.testing.Readings.reason;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class S3SitePublisherTest {
    private static final LocalS3 S3 = LocalS3.start();
    private static final BoundedExecutor EXECUTOR = new BoundedExecutor();
    private static final SiteFile PAGE = SiteFiles.page("index.html", "<p>page</p>");
    private static final SiteFile SUMMARY = SiteFiles.page("api/v2/summary.json", "{}");
    private static final SiteFile STATUS = SiteFiles.status("{\"schema_version\":1}");

    private final String bucket = "site-" + UUID.randomUUID();
    private final Map<String, String> variables = S3.variables();
    private long seq = 6;
    private Duration visitorsLimit = Duration.ofSeconds(10);

    @BeforeEach
    void newBucket() {
        S3.reset();
        S3.createBucket(bucket);
        variables.put("STATUS_BUCKET", bucket);
        variables.put("STATUS_PUBLIC_URL", S3.address(bucket, "status.json").toString());
    }

    @AfterAll
    static void stop() {
        S3.close();
    }

    @Test
    void visitorsSeeEveryFile() throws Exception {
        Published published = publisher().publish(List.of(PAGE, SUMMARY, STATUS), next(), plenty());

        assertThat(published)
                .isEqualTo(new Published(
                        variables.get("STATUS_PUBLIC_URL"),
                        List.of("index.html", "api/v2/summary.json", "status.json"),
                        List.of(),
                        false));
        for (SiteFile file : List.of(PAGE, SUMMARY, STATUS)) {
            assertThat(S3.find(bucket, file.path())).hasValue(file.bytes());
            assertThat(S3.anonymousStatus(bucket, file.path())).isEqualTo(200);
        }
    }

    @Test
    void everyPutCarriesItsHeadersAndIsNeitherChunkedNorTrailed() {
        SiteFile hashed = new SiteFile("a-1f.css", "text/css", Caching.IMMUTABLE, new byte[] {1});

        publisher().publish(List.of(hashed, STATUS), next(), plenty());
        publisher().publish(List.of(hashed, STATUS), next(), plenty());

        assertThat(puts()).hasSize(4).allSatisfy(sent -> {
            assertThat(sent.getHeader("x-amz-acl")).isEqualTo("public-read");
            assertThat(sent.getHeader("x-amz-content-sha256")).matches("[0-9a-f]{64}");
            assertThat(sent.containsHeader("x-amz-trailer")).isFalse();
            assertThat(sent.containsHeader("Content-Encoding")).isFalse();
        });
        assertThat(puts().get(0).getHeader("Content-Type")).isEqualTo("text/css");
        assertThat(puts().get(0).getHeader("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(puts().get(1).getHeader("Content-Type")).startsWith("application/json");
        assertThat(puts().get(1).getHeader("Cache-Control")).isEqualTo("public, max-age=60, stale-if-error=86400");
    }

    @Test
    void aWarmRunIsALookOnePutAndTwoGets() {
        S3SitePublisher publisher = publisher();
        publisher.publish(List.of(PAGE, SUMMARY, STATUS), next(), plenty());
        S3.reset();

        assertThat(publisher.lastSeq(plenty())).isEqualTo(new Reading.Found<>(seq));

        Published published = publisher.publish(List.of(PAGE, SUMMARY, SiteFiles.status("{}")), next(), plenty());

        assertThat(S3.requests())
                .extracting(sent -> sent.getMethod().getName())
                .containsExactly("GET", "PUT", "GET", "GET");
        assertThat(S3.requests().get(3).containsHeader("Authorization")).isFalse();
        assertThat(published.sent()).containsExactly("status.json");
    }

    @Test
    void aChangedCompanionIsSentAgainBeforeTheStatus() {
        S3SitePublisher publisher = publisher();
        publisher.publish(List.of(PAGE, SUMMARY, STATUS), next(), plenty());

        Published published =
                publisher.publish(List.of(SiteFiles.page("index.html", "new"), SUMMARY, STATUS), next(), plenty());

        assertThat(published.sent()).containsExactly("index.html", "status.json");
    }

    @Test
    void theOtherFilesLieInTheFolderOfTheStatus() throws Exception {
        variables.put("STATUS_BUCKET_KEY", "public/health.json");
        variables.put(
                "STATUS_PUBLIC_URL", S3.address(bucket, "public/health.json").toString());

        publisher().publish(List.of(SUMMARY, STATUS), next(), plenty());

        assertThat(S3.find(bucket, "public/health.json")).hasValue(STATUS.bytes());
        assertThat(S3.find(bucket, "public/api/v2/summary.json")).hasValue(SUMMARY.bytes());
    }

    @Test
    void aRefusedStatusFailsTheRunAndLeavesTheOldOne() throws Exception {
        publisher().publish(List.of(STATUS), next(), plenty());
        S3.reset();
        fault(put(urlPathMatching(".*/status.json")), error(403, "AccessDenied"));

        assertThatThrownBy(() -> publisher().publish(List.of(SiteFiles.status("{}")), next(), plenty()))
                .isInstanceOf(PublishException.class)
                .hasMessage("%s was not sent: FORBIDDEN: sending %s/status.json: answer 403 AccessDenied"
                        .formatted(variables.get("STATUS_PUBLIC_URL"), bucket));
        assertThat(S3.find(bucket, "status.json")).hasValue(STATUS.bytes());
        assertThat(S3.requests()).extracting(sent -> sent.getMethod().getName()).containsExactly("GET", "PUT");
    }

    @Test
    void aMissingBucketFailsTheRun() {
        variables.put("STATUS_BUCKET", "missing");

        assertThatThrownBy(() -> publisher().publish(List.of(STATUS), next(), plenty()))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("NOT_FOUND: sending missing/status.json: answer 404 NoSuchBucket");
    }

    @Test
    void aBrokenStorageFailsTheRunIfNothingArrived() {
        fault(put(urlPathMatching(".*")), error(503, "SlowDown"));

        assertThatThrownBy(() -> publisher().publish(List.of(STATUS), next(), plenty()))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("was not sent: THROTTLED: ");
    }

    @Test
    void aPutThatFailedOnceIsSentAgain() {
        fault(
                put(urlPathMatching(".*"))
                        .inScenario("once")
                        .willSetStateTo("healed")
                        .whenScenarioStateIs("Started"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        Published published = publisher().publish(List.of(STATUS), next(), plenty());

        assertThat(published.warnings()).isEmpty();
        assertThat(puts()).hasSize(2);
    }

    @Test
    void aLostAnswerIsSettledByWhatIsStored() {
        publisher().publish(List.of(SiteFiles.status("{}")), next(), plenty());
        S3.loseAnswers();

        Published published = publisher().publish(List.of(STATUS), next(), plenty());

        assertThat(published.sent()).containsExactly("status.json");
        assertThat(published.superseded()).isFalse();
        assertThat(puts()).hasSizeGreaterThan(1);
    }

    @Test
    void aLostAnswerWithTheOldFileStoredFailsTheRun() {
        publisher().publish(List.of(STATUS), next(), plenty());
        fault(put(urlPathMatching(".*")), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThatThrownBy(() -> publisher().publish(List.of(SiteFiles.status("{}")), next(), plenty()))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("was not sent: CUT_SHORT: ");
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"schema_version\":9}; application/json; public, max-age=60, stale-if-error=86400; content, Content-Type",
                "{\"schema_version\":1}; application/json; ; Content-Type, Cache-Control",
                "{\"schema_version\":1}x; application/json; max-age=9; content, Content-Type, Cache-Control",
                "; application/json; max-age=9; content, Content-Type, Cache-Control"
            })
    void whatIsStoredDifferentlyFailsTheRun(String body, String type, String caching, String differences) {
        ResponseDefinitionBuilder answer =
                aResponse().withBody(body == null ? "" : body).withHeader("Content-Type", type);
        fault(readBack(), caching == null ? answer : answer.withHeader("Cache-Control", caching));

        assertThatThrownBy(() -> publisher().publish(List.of(STATUS), next(), plenty()))
                .isInstanceOf(PublishException.class)
                .hasMessage("%s is not what was sent: %s differ(s)"
                        .formatted(variables.get("STATUS_PUBLIC_URL"), differences));
    }

    @Test
    void afterALaterRunNothingIsSent() {
        publisher().publish(List.of(PAGE, STATUS), next(), plenty());
        S3.reset();

        Published same = publisher().publish(List.of(PAGE, STATUS), new Revision(seq, Moments.NOW), plenty());

        assertThat(same.superseded()).isTrue();
        assertThat(same.sent()).isEmpty();
        assertThat(same.warnings()).containsExactly("run 7 or a later one has published already");
        assertThat(S3.requests()).hasSize(1);
    }

    @Test
    void whoMayNotLookPublishesOverAnEarlierFileAndSaysSo() throws Exception {
        publisher().publish(List.of(SiteFiles.status("{}")), next(), plenty());
        fault(get(anyUrl()).withHeader("Authorization", matching(".*")), error(403, "AccessDenied"));

        Published published = publisher().publish(List.of(STATUS), next(), plenty());

        String refused = "FORBIDDEN: reading %s/status.json: answer 403 AccessDenied".formatted(bucket);
        assertThat(S3.find(bucket, "status.json")).hasValue(STATUS.bytes());
        assertThat(published.superseded()).isFalse();
        assertThat(published.warnings())
                .containsExactly(
                        "nobody knows which run published last: " + refused,
                        "status.json was accepted, but not read back: " + refused);
        assertThat(reason(publisher().lastSeq(plenty()))).isEqualTo(Failure.Reason.FORBIDDEN);
    }

    @Test
    void aLookThatFailsLetsNoOlderRunWin() throws Exception {
        Revision newest = next();
        publisher().publish(List.of(STATUS), newest, plenty());
        fault(get(anyUrl()).inScenario("looks").whenScenarioStateIs("Started").willSetStateTo("one"), error(400, "X"));

        Published older = publisher()
                .publish(List.of(SiteFiles.status("{}")), new Revision(newest.number() - 1, Moments.NOW), plenty());

        assertThat(older.superseded()).isTrue();
        assertThat(S3.find(bucket, "status.json")).hasValue(STATUS.bytes());
    }

    @Test
    void aStorageThatRefusesEveryConditionIsPublishedToAllTheSame() throws Exception {
        S3SitePublisher publisher = publisher();
        publisher.publish(List.of(SiteFiles.status("{}")), next(), plenty());
        S3.refuseEveryCondition();

        Published first = publisher.publish(List.of(SiteFiles.status("[]")), next(), plenty());
        int puts = puts().size();
        Published second = publisher.publish(List.of(STATUS), next(), plenty());

        assertThat(first.warnings()).singleElement().asString().contains("refuses every conditional write");
        assertThat(second.warnings()).isEqualTo(first.warnings());
        assertThat(S3.find(bucket, "status.json")).hasValue(STATUS.bytes());
        assertThat(puts().size() - puts).as("it is not tried in vain again").isEqualTo(1);
    }

    @Test
    void aCompanionThatIsRefusedIsAWarningAndSentAgainNextTime() {
        fault(put(urlPathMatching(".*/index.html")), error(403, "AccessDenied"));
        S3SitePublisher publisher = publisher();

        Published first = publisher.publish(List.of(PAGE, STATUS), next(), plenty());
        S3.reset();
        Published second = publisher.publish(List.of(PAGE, STATUS), next(), plenty());

        assertThat(first.sent()).containsExactly("status.json");
        assertThat(first.warnings()).singleElement().asString().startsWith("index.html was not sent: FORBIDDEN: ");
        assertThat(second.sent()).containsExactly("index.html", "status.json");
    }

    @Test
    void withoutTimeForThemCompanionsWaitAndTheStatusGoesOut() {
        S3SitePublisher publisher = publisher();

        Published published = publisher.publish(List.of(PAGE, STATUS), next(), Deadline.in(Duration.ofMillis(6_900)));

        assertThat(published.sent()).containsExactly("status.json");
        assertThat(published.warnings()).singleElement().asString().startsWith("index.html was not sent: TIMED_OUT: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void whatVisitorsAreNotShownFailsTheRun(int status) {
        fault(visit(), aResponse().withStatus(status));

        assertThatThrownBy(() -> publisher().publish(List.of(STATUS), next(), plenty()))
                .isInstanceOf(PublishException.class)
                .hasMessageStartingWith("visitors cannot see %s: answer %d; check that the object is readable"
                        .formatted(variables.get("STATUS_PUBLIC_URL"), status));
    }

    @Test
    void anEarlierFileBetweenUsAndVisitorsIsAWarning() {
        fault(visit(), aResponse().withBody("{\"schema_version\":0}"));

        assertThat(warnings()).containsExactly(url() + " does not show the new file yet");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 429, 500})
    void anotherAnswerToVisitorsIsAWarning(int status) {
        fault(visit(), aResponse().withStatus(status).withHeader("Location", S3.endpoint() + "/elsewhere"));

        assertThat(warnings()).containsExactly("%s: answer %d".formatted(url(), status));
        assertThat(S3.requests()).noneMatch(sent -> sent.getUrl().equals("/elsewhere"));
    }

    @Test
    void aBodyThatTricklesToVisitorsIsAWarningInTime() {
        fault(visit(), aResponse().withBody("x".repeat(100)).withChunkedDribbleDelay(100, 20_000));
        visitorsLimit = Duration.ofMillis(100);

        assertThat(warnings())
                .containsExactly(url() + " did not answer: TIMED_OUT: the whole response did not arrive in time");
    }

    @Test
    void noAnswerToVisitorsIsAWarning() {
        fault(visit(), aResponse().withFault(Fault.EMPTY_RESPONSE));

        assertThat(warnings())
                .containsExactly(url() + " did not answer: CUT_SHORT: the connection ended before the response did");
    }

    @Test
    void withoutAPublicUrlNobodyVisits() {
        variables.remove("STATUS_PUBLIC_URL");

        Published published = publisher().publish(List.of(STATUS), next(), plenty());

        assertThat(S3.requests()).hasSize(3);
        assertThat(published.place()).isEqualTo(bucket + "/status.json");
    }

    private String url() {
        return variables.get("STATUS_PUBLIC_URL");
    }

    private List<String> warnings() {
        return publisher().publish(List.of(STATUS), next(), plenty()).warnings();
    }

    private S3SitePublisher publisher() {
        PublishConfig config = new PublishConfig(new Variables(variables::get));
        return new S3SitePublisher(
                config,
                new Bucket(TestStore.of(variables), config.bucket(), true),
                ConditionalWrites.BARE,
                new PublicSite(new AnonymousHttpClient(TlsConfig.PLATFORM, EXECUTOR), visitorsLimit),
                EXECUTOR);
    }

    private Revision next() {
        seq++;
        return new Revision(seq, Moments.NOW);
    }

    private static Deadline plenty() {
        return Deadline.in(Duration.ofSeconds(25));
    }

    private static List<LoggedRequest> puts() {
        return S3.requests().stream()
                .filter(sent -> sent.getMethod().getName().equals("PUT"))
                .toList();
    }

    private static void fault(MappingBuilder request, ResponseDefinitionBuilder answer) {
        S3.front().stubFor(request.willReturn(answer));
    }

    private static MappingBuilder readBack() {
        return get(urlPathMatching(".*/status.json")).withHeader("Authorization", matching("AWS4.*"));
    }

    private static MappingBuilder visit() {
        return get(urlPathMatching(".*/status.json")).withHeader("Authorization", absent());
    }

    private static ResponseDefinitionBuilder error(int status, String code) {
        return aResponse().withStatus(status).withBody("<Error><Code>%s</Code></Error>".formatted(code));
    }
}
