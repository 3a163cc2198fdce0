package com.elytracloud.status.kuma;

import java.io.InputStream;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;

import jakarta.ws.rs.ProcessingException;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.DoctorReport.Row;
import com.elytracloud.status.run.DoctorReport.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

/** The doctor's rows about recorded answers of real servers. */
final class KumaCheckTest {
    private static final Instant NOW = Recording.of("2.5.3/metrics").date();

    private final BoundedExecutor executor = new BoundedExecutor();
    private final FakeKuma kuma = new FakeKuma();

    @Test
    void whatAnswersIsTakenAndKnownIsGreen() {
        answer("2.5.3/metrics", "2.5.3/heartbeat-public");

        List<Row> rows = rows(stage().withKey().withPage());

        assertThat(rows).extracting(Row::verdict).containsOnly(Verdict.OK);
        assertThat(rows).extracting(Row::seen).contains("accepts the key, version 2.5.3");
    }

    @ParameterizedTest(name = "{0}: {2} {3}")
    @CsvSource({
        "2.5.3/metrics-apikey-wrong-secret, 2.5.3/heartbeat-public, Uptime Kuma, UNAUTHORIZED, Make a new key",
        "2.5.3/metrics-apikey-expired, 2.5.3/heartbeat-public, Uptime Kuma, UNAUTHORIZED, not expired",
        "2.5.3/migrating-metrics, 2.5.3/migrating-heartbeat, Uptime Kuma, NOT_READY, Wait until",
        "2.5.3/unknown-path-spa, 2.5.3/heartbeat-public, Uptime Kuma, WRONG_SERVICE, Correct UPTIME_KUMA_URL",
        "2.5.3/proxy-301, 2.5.3/heartbeat-public, Uptime Kuma, REDIRECTED, Correct UPTIME_KUMA_URL",
        "2.5.3/proxy-502-metrics, 2.5.3/heartbeat-public, Uptime Kuma, SERVER_ERROR, Uptime Kuma runs",
        "2.5.3/metrics, 2.5.3/heartbeat-unknown-slug, status page of Uptime Kuma, NOT_FOUND, /status/",
    })
    void theRightRowIsRedAndSaysWhatToDo(String metrics, String page, String name, String reason, String advice) {
        answer(metrics, page);

        List<Row> rows = rows(stage().withKey().withPage());

        assertThat(rows)
                .filteredOn(row -> row.name().equals(name))
                .singleElement()
                .satisfies(row -> assertThat(row.verdict()).isEqualTo(Verdict.FAIL))
                .satisfies(row -> assertThat(row.seen()).startsWith(reason))
                .satisfies(row -> assertThat(row.advice()).contains(advice));
    }

    @ParameterizedTest
    @CsvSource({"cloudflareaccess, UPTIME_KUMA_HEADERS", "certificate, TLS_CA_FILE", "slow, a page that does not exist"
    })
    void theAdviceFollowsWhatWasSeen(String seen, String advice) {
        FakeKuma.Response response = () -> switch (seen) {
            case "certificate" ->
                throw new ProcessingException(new SSLHandshakeException("x").initCause(new CertificateException()));
            case "slow" -> FakeKuma.never();
            default ->
                ResponseBuilder.<InputStream>create(302)
                        .header("Location", "https://x.cloudflareaccess.com/")
                        .build();
        };
        kuma.heartbeats(response);

        List<Row> rows = rows(
                stage().withPage().attempts(1, seen.equals("slow") ? Duration.ofMillis(50) : Duration.ofSeconds(10)));

        assertThat(rows).extracting(Row::advice).anyMatch(text -> text.contains(advice));
    }

    @Test
    void aKumaOfTheFirstVersionNeedsAStatusPage() {
        answer("1.23.17/metrics", "1.23.17/heartbeat-public");

        List<Row> without = rows(stage().withKey());
        List<Row> with = rows(stage().withKey().withPage());

        assertThat(without)
                .filteredOn(row -> row.verdict() == Verdict.FAIL)
                .singleElement()
                .satisfies(row -> assertThat(row.seen()).startsWith("NOT_SUPPORTED"));
        assertThat(with).extracting(Row::verdict).containsOnly(Verdict.OK);
    }

    @Test
    void whereNothingListensTheServiceFails() {
        FakeKuma nowhere = new FakeKuma().metrics(() -> {
            throw new ProcessingException(new ConnectException());
        });

        List<Row> rows = rows(new KumaStage(executor, nowhere).withKey());

        assertThat(rows).extracting(Row::verdict).containsExactly(Verdict.FAIL, Verdict.SKIPPED);
        assertThat(rows.get(0).seen()).startsWith("UNREACHABLE");
    }

    @Test
    void withoutSettingsNothingIsAsked() {
        List<Row> rows = rows(stage());

        assertThat(rows).extracting(Row::verdict).containsExactly(Verdict.SKIPPED);
        assertThat(kuma.requests()).isEmpty();
    }

    private static List<Row> rows(KumaStage stage) {
        return stage.examination()
                .examine(new DoctorReport(Part.MONITORS, NOW, KumaStage.inTime()))
                .rows();
    }

    private KumaStage stage() {
        return new KumaStage(executor, kuma);
    }

    private void answer(String metrics, String page) {
        kuma.metrics(() -> now(metrics)).heartbeats(() -> now(page));
    }

    private static RestResponse<InputStream> now(String recording) throws InterruptedException {
        return Recording.of(recording).response(Recording.of("2.5.3/metrics").header("Date"));
    }
}
