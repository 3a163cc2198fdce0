package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.TestStore;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static org.assertj.core.api.Assertions.assertThat;

class S3BackupSourceTest {
    private static final LocalS3 S3 = LocalS3.start()
            .createBucket("empty")
            .createBucket("few")
            .put("few", "backups/", new byte[0])
            .put("few", "backups/acme/", new byte[0])
            .put("few", "backups/acme/1 + ä&.gz", new byte[2000])
            .put("few", "backups/acme/2.gz", new byte[3000])
            .put("few", "backups/borg/2.gz", new byte[10])
            .put("few", "backups-of-others/cats/2.gz", new byte[4000])
            .createBucket("many");
    // The server dates what it is given by its own clock, which must not be ahead of ours.
    private static final Instant NOW = Instant.parse("2096-02-29T23:59:30Z");
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static final StringValuePattern FIRST = absent();
    private static final BoundedExecutor EXECUTOR = new BoundedExecutor();

    static {
        for (int i = 0; i < 2_100; i++) {
            S3.put("many", "backups/tenant%d/%04d.gz".formatted(i % 3, i), new byte[1024]);
        }
    }

    // A cold client takes its time, which the tests of slowness would else measure.
    @BeforeAll
    static void warmUp() {
        read("few", 1, PLENTY);
    }

    @BeforeEach
    void forget() {
        S3.reset();
    }

    @AfterAll
    static void stop() {
        S3.close();
    }

    @Test
    void eachFolderUnderThePrefixIsATenantWithItsOwnBackups() {
        List<BackupEvidence> evidence = found(read("few", 1, PLENTY));

        assertThat(evidence).extracting(BackupEvidence::tenant).containsExactly("acme", "borg");
        assertThat(evidence).allMatch(BackupEvidence::complete);
        assertThat(evidence.get(0).newestValid())
                .extracting(backup -> backup.object().key())
                .containsExactlyInAnyOrder("backups/acme/1 + ä&.gz", "backups/acme/2.gz");
        assertThat(evidence.get(1).newestValid()).isEmpty();
    }

    @Test
    void whatFitsOnePageIsOneListing() {
        read("few", 1, PLENTY);

        assertThat(listings()).hasSize(1);
        assertThat(S3.requests())
                .as("the listing, the unfinished uploads, and acme's newest backup itself")
                .hasSize(3);
    }

    @Test
    void whatDoesNotIsListedTenantByTenant() {
        List<BackupEvidence> evidence = found(read("many", 1, PLENTY));

        assertThat(listings()).as("a page too small, the folders, each tenant").hasSize(5);
        assertThat(evidence).extracting(BackupEvidence::tenant).containsExactly("tenant0", "tenant1", "tenant2");
        assertThat(evidence).allMatch(BackupEvidence::complete);
    }

    @Test
    void withoutTenantsAnEmptyPrefixIsATenantWithoutABackup() {
        List<BackupEvidence> evidence = found(read("empty", 0, PLENTY));

        assertThat(evidence).hasSize(1);
        assertThat(evidence.get(0).complete()).isTrue();
        assertThat(evidence.get(0).newestValid()).isEmpty();
    }

    @Test
    void withTenantsAnEmptyPrefixIsNothing() {
        assertThat(read("empty", 1, PLENTY)).isEqualTo(new Reading.Nothing<>());
    }

    @Test
    void anOperatorWithoutBackupsHasNothingAndAsksNobody() {
        assertThat(read("none", 1, PLENTY)).isEqualTo(new Reading.Nothing<>());
        assertThat(S3.requests()).isEmpty();
    }

    @ParameterizedTest(name = "depth {0}")
    @CsvSource({"0", "1"})
    void aBucketThatDoesNotExistIsAFailureAndNoLossOfBackups(int depth) {
        assertThat(reason(read("missing", depth, PLENTY))).isEqualTo(Reason.NOT_FOUND);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({"403, AccessDenied, FORBIDDEN", "503, SlowDown, THROTTLED", "500, InternalError, SERVER_ERROR"})
    void aFirstPageThatIsRefusedIsAFailure(int status, String code, Reason reason) {
        answer(FIRST, error(status, code));

        assertThat(reason(read("few", 1, PLENTY))).isEqualTo(reason);
    }

    @ParameterizedTest(name = "depth {0}")
    @CsvSource({"0", "1"})
    void aWebPageIsNoEmptyBucket(int depth) {
        answer(FIRST, aResponse().withBody("<html><body>Welcome</body></html>"));

        assertThat(reason(read("few", depth, PLENTY))).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void aLaterPageThatIsRefusedLeavesTheTenantIncomplete() {
        answer(FIRST, page(true, "2", "acme/1.gz", "borg/1.gz"));
        answer(equalTo("2"), error(403, "AccessDenied"));

        assertThat(found(read("few", 0, PLENTY))).hasSize(1).noneMatch(BackupEvidence::complete);
    }

    @Test
    void aTenantThatIsRefusedLeavesTheOthersAsTheyAre() {
        S3.front()
                .stubFor(any(anyUrl())
                        .withQueryParam("prefix", equalTo("backups/tenant1/"))
                        .willReturn(error(403, "AccessDenied")));

        List<BackupEvidence> evidence = found(read("many", 1, PLENTY));

        assertThat(evidence).extracting(BackupEvidence::complete).containsExactly(true, false, true);
    }

    @Test
    void aSearchForTenantsThatIsRefusedInTheMiddleStandsForThoseItDidNotFind() {
        S3.front()
                .stubFor(any(anyUrl())
                        .withQueryParam("delimiter", equalTo("/"))
                        .withQueryParam("continuation-token", absent())
                        .willReturn(aResponse()
                                .withBody("<ListBucketResult><Name>many</Name><IsTruncated>true</IsTruncated>"
                                        + "<NextContinuationToken>2</NextContinuationToken><CommonPrefixes>"
                                        + "<Prefix>backups/tenant2/</Prefix></CommonPrefixes></ListBucketResult>")));
        answer(equalTo("2"), error(403, "AccessDenied"));

        List<BackupEvidence> evidence = found(read("many", 1, PLENTY));

        assertThat(evidence).extracting(BackupEvidence::tenant).containsExactly("", "tenant2");
        assertThat(evidence).extracting(BackupEvidence::complete).containsExactly(false, true);
    }

    @Test
    void aStorageThatAsksForFewerRequestsIsAskedAgainUntilItAnswers() {
        int refusals = 5; // more than the client itself takes for one call
        for (int i = 0; i < refusals; i++) {
            S3.front()
                    .stubFor(any(anyUrl())
                            .inScenario("slow down")
                            .whenScenarioStateIs(i == 0 ? Scenario.STARTED : String.valueOf(i))
                            .withQueryParam("list-type", equalTo("2"))
                            .willReturn(error(503, "SlowDown"))
                            .willSetStateTo(String.valueOf(i + 1)));
        }

        assertThat(found(read("few", 0, PLENTY))).hasSize(1).allMatch(BackupEvidence::complete);
        assertThat(listings()).hasSize(refusals + 1);
    }

    @Test
    void aResetInTheMiddleLeavesTheTenantIncomplete() {
        answer(FIRST, page(true, "2", "acme/1.gz"));
        answer(equalTo("2"), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(found(read("few", 0, PLENTY))).hasSize(1).noneMatch(BackupEvidence::complete);
    }

    @Test
    void aPageThatTricklesBeyondTheDeadlineLeavesTheTenantIncomplete() {
        answer(FIRST, page(true, "2", "acme/1.gz"));
        answer(equalTo("2"), page(false, "", "borg/1.gz").withChunkedDribbleDelay(50, 20_000));
        long before = System.nanoTime();

        Reading<List<BackupEvidence>> reading = read("few", 0, Duration.ofMillis(1_500));

        assertThat(found(reading)).hasSize(1).noneMatch(BackupEvidence::complete);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void shortAndEmptyPagesAreFollowedByWhatTheFlagSays() {
        answer(FIRST, page(true, "2", "acme/1.gz"));
        answer(equalTo("2"), page(true, "3"));
        answer(equalTo("3"), page(false, "", "borg/1.gz"));

        List<BackupEvidence> evidence = found(read("few", 0, PLENTY));

        assertThat(evidence).allMatch(BackupEvidence::complete);
        assertThat(evidence.get(0).newestValid())
                .extracting(backup -> backup.object().key())
                .containsExactlyInAnyOrder("backups/acme/1.gz", "backups/borg/1.gz");
    }

    @ParameterizedTest(name = "token ''{0}''")
    @CsvSource({"2", "''"})
    void aTokenThatLeadsNowhereEndsTheListingIncomplete(String token) {
        answer(FIRST, page(true, "2", "acme/1.gz"));
        answer(equalTo("2"), page(true, token, "borg/1.gz"));

        assertThat(found(read("few", 0, PLENTY))).hasSize(1).noneMatch(BackupEvidence::complete);
        assertThat(listings()).hasSize(2);
    }

    @Test
    void aListingWithoutEndIsGivenUp() {
        answer(FIRST, page(true, "2", "acme/1.gz"));
        answer(equalTo("2"), page(true, "3", "acme/2.gz"));
        answer(equalTo("3"), page(true, "4", "acme/3.gz"));

        assertThat(found(source("few", 0, 3).read(BackupPolicy.NIGHTLY, NOW, Deadline.in(PLENTY))))
                .noneMatch(BackupEvidence::complete);
        assertThat(listings()).hasSize(3);
    }

    @Test
    void aFirstPageWithNothingButAPromiseIsAFailureIfThePromiseIsNotKept() {
        answer(FIRST, page(true, "2"));
        answer(equalTo("2"), error(500, "InternalError"));

        assertThat(reason(read("few", 0, PLENTY))).isEqualTo(Reason.SERVER_ERROR);
    }

    @Test
    void aFailureNamesBucketAndPrefix() {
        assertThat(read("missing", 1, PLENTY))
                .isEqualTo(new Reading.Failed<>(
                        new Failure(Reason.NOT_FOUND, "listing missing/backups/: answer 404 NoSuchBucket")));
    }

    @Test
    void theListingIsSigned() {
        read("few", 1, PLENTY);

        LoggedRequest sent = listings().get(0);
        assertThat(sent.getHeader("Authorization")).startsWith("AWS4-HMAC-SHA256 ");
        assertThat(sent.queryParameter("prefix").firstValue()).isEqualTo("backups/");
    }

    private static List<LoggedRequest> listings() {
        return S3.requests().stream()
                .filter(request -> request.queryParameter("list-type").isPresent())
                .toList();
    }

    private static void answer(StringValuePattern token, ResponseDefinitionBuilder answer) {
        S3.front()
                .stubFor(any(anyUrl())
                        .withQueryParam("continuation-token", token)
                        .willReturn(answer));
    }

    private static ResponseDefinitionBuilder error(int status, String code) {
        return aResponse().withStatus(status).withBody("<Error><Code>%s</Code></Error>".formatted(code));
    }

    private static ResponseDefinitionBuilder page(boolean truncated, String next, String... keys) {
        StringBuilder page = new StringBuilder(
                "<ListBucketResult><Name>few</Name><IsTruncated>%s</IsTruncated>".formatted(truncated));
        page.append("<NextContinuationToken>%s</NextContinuationToken>".formatted(next));
        for (String key : keys) {
            page.append("<Contents><Key>backups/%s</Key><LastModified>%s</LastModified><Size>2000</Size></Contents>"
                    .formatted(key, NOW.minusSeconds(3600)));
        }
        return aResponse().withBody(page.append("</ListBucketResult>").toString());
    }

    private static Reading<List<BackupEvidence>> read(String bucket, int depth, Duration limit) {
        return source(bucket, depth, 2_000).read(BackupPolicy.NIGHTLY, NOW, Deadline.in(limit));
    }

    private static S3BackupSource source(String bucket, int depth, int mostPages) {
        Map<String, String> variables = S3.variables();
        variables.put("BACKUP_BUCKET", bucket);
        variables.put("BACKUP_TENANT_DEPTH", String.valueOf(depth));
        BackupConfig config = new BackupConfig(new Variables(variables::get));
        return new S3BackupSource(config, TestStore.of(variables), EXECUTOR, mostPages);
    }

    private static List<BackupEvidence> found(Reading<List<BackupEvidence>> reading) {
        return reading.fold(
                evidence -> evidence,
                () -> {
                    throw new AssertionError("nothing");
                },
                failure -> {
                    throw new AssertionError(failure.toString());
                });
    }

    private static Reason reason(Reading<List<BackupEvidence>> reading) {
        return reading.fold(evidence -> null, () -> null, Failure::reason);
    }
}
