package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupSeries;
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
            .put("few", "backups/bolt/2.gz", new byte[10])
            .put("few", "backups-of-others/cats/2.gz", new byte[4000]);
    // The server dates what it is given by its own clock, which must not be ahead of ours.
    private static final Instant NOW = Instant.parse("2096-02-29T23:59:30Z");
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static final StringValuePattern FIRST = absent();
    private static final BoundedExecutor EXECUTOR = new BoundedExecutor();

    // A cold client takes its time, which the tests of slowness would else measure.
    @BeforeAll
    static void warmUp() {
        read("few", PLENTY);
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
    void theListingIsSortedIntoSeriesOfCustomers() {
        BackupListing listing = found(read("few", PLENTY));

        assertThat(listing.series())
                .extracting(BackupSeries::customer)
                .contains("acme", "bolt")
                .doesNotContain("cats");
        assertThat(listing.series())
                .extracting(BackupSeries::newestKey)
                .contains("backups/acme/1 + ä&.gz", "backups/acme/2.gz");
        assertThat(listing.missing().isNothing()).isTrue();
    }

    @Test
    void whatFitsOnePageIsOneListing() {
        read("few", PLENTY);

        assertThat(listings()).hasSize(1);
        assertThat(S3.requests()).as("the listing and the unfinished uploads").hasSize(2);
    }

    @Test
    void anEmptyPrefixIsAListingWithoutSeries() {
        assertThat(found(read("empty", PLENTY)).series()).isEmpty();
    }

    @Test
    void anOperatorWithoutBackupsHasNothingAndAsksNobody() {
        assertThat(read("none", PLENTY)).isEqualTo(new Reading.Nothing<>());
        assertThat(S3.requests()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "403, AccessDenied, FORBIDDEN",
        "403, SignatureDoesNotMatch, UNAUTHORIZED",
        "500, InternalError, SERVER_ERROR",
        "503, SlowDown, THROTTLED"
    })
    void aFirstPageThatIsRefusedIsAFailure(int status, String code, Reason reason) {
        answer(FIRST, error(status, code));

        assertThat(reason(read("few", PLENTY))).isEqualTo(reason);
    }

    @Test
    void aWebPageIsNoEmptyBucket() {
        answer(FIRST, aResponse().withBody("<html><body>Sign in</body></html>"));

        assertThat(reason(read("few", PLENTY))).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void aMissingBucketIsAFailure() {
        assertThat(reason(read("missing", PLENTY))).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void afterALaterPageThatIsRefusedTheCompleteCustomersAreKnown() {
        answer(FIRST, page(true, "2", "acme/1.gz", "bolt/1.gz"));
        answer(equalTo("2"), error(403, "AccessDenied"));

        BackupListing listing = found(read("few", PLENTY));

        assertThat(listing.missing().includes("acme")).isFalse();
        assertThat(listing.missing().includes("bolt")).isTrue();
        assertThat(listing.missing().includes("cats")).isTrue();
    }

    @Test
    void afterAPageThatIsNoListingThePagesBeforeItCountForNothing() {
        answer(FIRST, page(true, "2", "acme/1.gz", "bolt/1.gz"));
        answer(equalTo("2"), aResponse().withBody("<html><body>Sign in</body></html>"));

        assertThat(found(read("few", PLENTY)).missing().includes("acme")).isTrue();
    }

    @Test
    void ofFoldersByDateNobodyIsKnownUnlessAllAre() {
        answer(FIRST, page(true, "2", "2026-11-24/acme.gz", "2026-11-25/acme.gz"));
        answer(equalTo("2"), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(found(read("few", PLENTY)).missing().includes("acme")).isTrue();
    }

    @Test
    void aPageThatTricklesBeyondTheDeadlineLeavesTheRestUnknown() {
        answer(FIRST, page(true, "2", "acme/1.gz", "bolt/1.gz"));
        answer(equalTo("2"), page(false, "", "cats/1.gz").withChunkedDribbleDelay(50, 20_000));

        BackupListing listing = found(read("few", Duration.ofMillis(1_500)));

        assertThat(listing.missing().includes("acme")).isFalse();
        assertThat(listing.missing().includes("cats")).isTrue();
    }

    @Test
    void shortAndEmptyPagesAreFollowedByWhatTheFlagSays() {
        answer(FIRST, page(true, "2", "acme/1.gz"));
        answer(equalTo("2"), page(true, "3"));
        answer(equalTo("3"), page(false, "", "bolt/1.gz"));

        BackupListing listing = found(read("few", PLENTY));

        assertThat(listing.missing().isNothing()).isTrue();
        assertThat(listing.series()).extracting(BackupSeries::customer).containsExactlyInAnyOrder("acme", "bolt");
    }

    @Test
    void manyPagesAreListedByPrefixInParallelAndOneThatIsRefusedHidesNoOther() {
        for (int i = 1; i <= 12; i++) {
            answer(i == 1 ? FIRST : equalTo("" + i), page(true, "" + (i + 1), "acme/%02d.gz".formatted(i)));
        }
        stub(
                "delimiter",
                "/",
                aResponse()
                        .withBody("<ListBucketResult><Name>few</Name><IsTruncated>false</IsTruncated><CommonPrefixes>"
                                + "<Prefix>backups/bolt/</Prefix></CommonPrefixes><CommonPrefixes><Prefix>backups/cats/"
                                + "</Prefix></CommonPrefixes></ListBucketResult>"));
        stub("prefix", "backups/acme/", page(false, "", "acme/99.gz"));
        stub("prefix", "backups/bolt/", error(403, "AccessDenied"));
        stub("prefix", "backups/cats/", page(false, "", "cats/1.gz"));

        BackupListing listing = found(read("few", PLENTY));

        assertThat(listing.missing().includes("acme")).isFalse();
        assertThat(listing.missing().includes("bolt")).isTrue();
        assertThat(listing.missing().includes("cats")).isFalse();
        assertThat(listing.series())
                .extracting(BackupSeries::newestKey)
                .contains("backups/acme/99.gz", "backups/cats/1.gz");
    }

    @Test
    void keysAreDecodedThoughTheResponseDoesNotSayThatTheyAreEncoded() {
        answer(FIRST, page(false, "", "acme/a%04b.gz", "acme/caf%C3%A9.gz", "acme/50%25.gz", "acme/1%.gz"));

        assertThat(found(read("few", PLENTY)).series())
                .extracting(BackupSeries::newestKey)
                .containsExactlyInAnyOrder(
                        "backups/acme/a\u0004b.gz",
                        "backups/acme/café.gz",
                        "backups/acme/50%.gz",
                        "backups/acme/1%.gz");
    }

    @Test
    void anObjectWithoutATimeIsCountedAndHidesNoOther() {
        answer(
                FIRST,
                aResponse()
                        .withBody("<ListBucketResult><Name>few</Name><IsTruncated>false</IsTruncated>"
                                + "<Contents><Key>backups/bolt/1.gz</Key></Contents><Contents><Key>backups/acme/1.gz</Key><LastModified>"
                                + NOW.minusSeconds(3600)
                                + "</LastModified><Size>2000</Size></Contents></ListBucketResult>"));

        BackupListing listing = found(read("few", PLENTY));

        assertThat(listing.unreadable()).isEqualTo(1);
        assertThat(listing.series()).extracting(BackupSeries::customer).containsExactly("acme");
    }

    @Test
    void theJobsResultAppliesToCustomersThatTheSeriesTogetherName() {
        answer(FIRST, page(false, "", "monday/acme.gz", "tuesday/acme.gz", "wednesday/acme.gz"));

        BackupListing listing = found(read("few", "results/nightly.json", PLENTY));

        assertThat(listing.series()).extracting(BackupSeries::customer).containsExactly("acme");
        assertThat(listing.jobs()).containsOnlyKeys("acme");
    }

    @Test
    void theListingIsSigned() {
        read("few", PLENTY);

        LoggedRequest sent = listings().get(0);
        assertThat(sent.getHeader("Authorization")).startsWith("AWS4-HMAC-SHA256 ");
        assertThat(sent.queryParameter("prefix").firstValue()).isEqualTo("backups/");
        assertThat(sent.queryParameter("encoding-type").firstValue()).isEqualTo("url");
    }

    private static void stub(String parameter, String value, ResponseDefinitionBuilder response) {
        S3.front()
                .stubFor(any(anyUrl()).withQueryParam(parameter, equalTo(value)).willReturn(response));
    }

    private static List<LoggedRequest> listings() {
        return S3.requests().stream()
                .filter(request -> request.queryParameter("list-type").isPresent())
                .toList();
    }

    private static void answer(StringValuePattern token, ResponseDefinitionBuilder answer) {
        S3.front()
                .stubFor(any(anyUrl())
                        .withQueryParam("list-type", equalTo("2"))
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

    private static Reading<BackupListing> read(String bucket, Duration limit) {
        return read(bucket, "", limit);
    }

    private static Reading<BackupListing> read(String bucket, String manifest, Duration limit) {
        Map<String, String> variables = S3.variables();
        variables.put("BACKUP_BUCKET", bucket);
        variables.put("BACKUP_MANIFEST_KEY", manifest);
        BackupConfig config = new BackupConfig(new Variables(variables::get));
        return new S3BackupSource(config, TestStore.of(variables), EXECUTOR).read(NOW, Deadline.in(limit));
    }

    private static BackupListing found(Reading<BackupListing> reading) {
        return reading.fold(
                listing -> listing,
                () -> {
                    throw new AssertionError("nothing");
                },
                failure -> {
                    throw new AssertionError(failure.toString());
                });
    }

    private static Reason reason(Reading<BackupListing> reading) {
        return reading.fold(listing -> null, () -> null, Failure::reason);
    }
}
