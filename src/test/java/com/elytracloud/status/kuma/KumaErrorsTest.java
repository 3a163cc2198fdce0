package com.elytracloud.status.kuma;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.BoundedExecutor;

import static com.elytracloud.status.kuma.KumaStage.detail;
import static com.elytracloud.status.kuma.KumaStage.inTime;
import static com.elytracloud.status.kuma.KumaStage.outcome;
import static org.assertj.core.api.Assertions.assertThat;

/** What the errors of Uptime Kuma mean; those of any server are tested in the package http. */
final class KumaErrorsTest {
    private static final Instant NOW = Instant.parse("2028-02-29T23:59:31Z");
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String FIRST = "# HELP monitor_status Monitor Status\n";
    private static final String LAST = "expressjs_number_of_open_connections 0\n";
    private static final String ONE_MONITOR = "monitor_status{monitor_id=\"1\"} 1\n";

    private final BoundedExecutor executor = new BoundedExecutor();

    @Test
    void wholeMetricsAreRead() {
        assertThat(outcome(read(metrics(FIRST + ONE_MONITOR + LAST)))).isEqualTo("FOUND 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {FIRST + ONE_MONITOR, FIRST + ONE_MONITOR + "expressjs_number_of_open_connections 0"})
    void metricsThatEndBeforeTheirLastFamilyAreCutShort(String body) {
        assertThat(outcome(read(metrics(body)))).isEqualTo("CUT_SHORT");
    }

    @Test
    void metricsOfSomethingElseAreNotKumas() {
        Reading<MonitorFleet> reading = read(metrics("# HELP up Up.\nup 1\n"));

        assertThat(outcome(reading)).isEqualTo("WRONG_SERVICE");
        assertThat(detail(reading)).contains("not those of Uptime Kuma");
    }

    @Test
    void aKumaWithoutMonitorsHasNone() {
        assertThat(outcome(read(metrics(FIRST + LAST)))).isEqualTo("NOTHING");
    }

    @ParameterizedTest
    @CsvSource({"PT4M59S, NOT_READY", "PT5M, NOTHING"})
    void aKumaWithoutMonitorsMayJustHaveStarted(Duration ago, String outcome) {
        long start = NOW.minus(ago).getEpochSecond();

        assertThat(outcome(read(metrics(FIRST + "process_start_time_seconds " + start + "\n" + LAST))))
                .isEqualTo(outcome);
    }

    @Test
    void linesOfWhichNoneCanBeReadAreNotNoMonitors() {
        assertThat(outcome(read(metrics(FIRST + "monitor_status{monitor_id=\"<1>\"} 1\n" + LAST))))
                .isEqualTo("UNREADABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "Basic, UNAUTHORIZED, the key is wrong",
        "Basic realm=\"Restricted\", UNAUTHORIZED, another login stands in front"
    })
    void aRefusalTellsWhoseItIs(String challenge, String outcome, String hint) {
        Reading<MonitorFleet> reading = read(response(401, "").header("WWW-Authenticate", challenge));

        assertThat(outcome(reading)).isEqualTo(outcome);
        assertThat(detail(reading)).contains(hint).doesNotContain(KumaStage.KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "302, https://team.cloudflareaccess.com/cdn-cgi/access/login/kuma.invalid?kid=1, a login page answered",
        "302, https://id.example.com/?rd=https%3A%2F%2Fkuma.invalid%2Fmetrics, a login page answered",
        "307, /oauth2/start?rd=/metrics, a login page answered",
        "302, https://kuma.invalid/metrics, the configured address is not the final one",
        "301, https://new.example.com/metrics, the configured address is not the final one",
        "302, /dashboard, the configured address is not the final one"
    })
    void aRedirectToALoginIsNotAWrongAddress(int status, String location, String hint) {
        Reading<MonitorFleet> reading = read(response(status, "").header("Location", location));

        assertThat(outcome(reading)).isEqualTo("REDIRECTED");
        assertThat(detail(reading)).contains(hint);
    }

    @ParameterizedTest
    @CsvSource({
        "404, Cannot GET /metrics, NOT_READY, MIGRATING",
        "404, nothing here, NOT_FOUND, address is wrong",
        "502, Bad Gateway, SERVER_ERROR, its proxy cannot reach it",
        "200, <h1>All well</h1>, WRONG_SERVICE, is not set up",
        "200, <title>Sign in - Example</title>, WRONG_SERVICE, a login page answered"
    })
    void aPageInPlaceOfMetricsIsNamed(int status, String page, String outcome, String hint) {
        Reading<MonitorFleet> reading = read(response(status, page).header("Content-Type", "text/html; charset=utf-8"));

        assertThat(outcome(reading)).isEqualTo(outcome);
        assertThat(detail(reading)).contains(hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"heartbeatList\":{\"1\":[{\"sta", "<html>", "{\"status\":\"fail\"}"})
    void brokenJsonUnder200IsUnreadable(String body) {
        FakeKuma kuma = new FakeKuma().heartbeats(() -> response(200, body)
                .header("Content-Type", "application/json; charset=utf-8")
                .build());

        Reading<MonitorFleet> reading =
                new KumaStage(executor, kuma).withPage().source().read(NOW, inTime());

        assertThat(outcome(reading)).isEqualTo("UNREADABLE");
    }

    private Reading<MonitorFleet> read(ResponseBuilder<InputStream> response) {
        RestResponse<InputStream> built = response.build();
        return new KumaStage(executor, new FakeKuma().metrics(() -> built))
                .withKey()
                .source()
                .read(NOW, inTime());
    }

    private static ResponseBuilder<InputStream> metrics(String body) {
        return response(200, body).header("Content-Type", TEXT);
    }

    private static ResponseBuilder<InputStream> response(int status, String body) {
        return ResponseBuilder.<InputStream>create(status)
                .entity(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
