package com.elytracloud.status.run;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.contract.Json;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.testing.Documents;
import com.elytracloud.status.testing.FakeAlertStateStore;
import com.elytracloud.status.testing.RecordingAlertSink;
import com.elytracloud.status.testing.SettableClock;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WatchdogRunTest {
    private static final URI ADDRESS = URI.create("https://status.example.com/status.json");

    private final SettableClock clock = new SettableClock();
    private final RecordingAlertSink sink = new RecordingAlertSink();
    private Reading<Visit> answer = served(7);
    private Instant updatedAt = ago("PT5M");
    private List<CheckResult> findings = List.of();
    private final WatchdogRun run = new WatchdogRun(
            clock,
            new PublishedStatusClient(this::visit),
            files -> findings,
            new AlertService(new FakeAlertStateStore(), sink),
            sink);

    @Test
    void aHealthySiteIsToldToTheThirdPartyOnly() {
        WatchdogReport report = run.watch(ADDRESS);

        assertThat(report.isHealthy()).isTrue();
        assertThat(report.updatedAt()).isEqualTo(updatedAt);
        assertThat(sink.words()).isEmpty();
        assertThat(sink.heartbeats()).isEqualTo(1);
    }

    @Test
    void twoBadLooksAreAnIncidentAndTheThirdPartyIsNotTold() {
        answer = new Reading.Failed<>(new Failure(Reason.NOT_FOUND, "answered 404"));

        run.watch(ADDRESS);
        clock.set(NOW.plus(Duration.ofMinutes(5)));
        run.watch(ADDRESS);

        assertThat(sink.words()).containsExactly("OPENED UNREACHABLE");
        assertThat(sink.heartbeats()).isZero();
    }

    @Test
    void aLeakIsToldByItsPlaceAtOnce() {
        findings = List.of(new CheckResult("email", "status.json", "/notice/message"));

        WatchdogReport report = run.watch(ADDRESS);

        assertThat(sink.words()).containsExactly("OPENED LEAK");
        assertThat(report.alerts()).containsExactly("LEAK: email in status.json at /notice/message");
    }

    @Test
    void aBrokenSchemaIsInvalidAndNoLeak() {
        findings = List.of(new CheckResult("schema-required", "status.json", "/uptime"));

        assertThat(run.check(ADDRESS).alerts()).singleElement().asString().startsWith("INVALID: ");
    }

    @Test
    void aSiteThatWentBackIsInvalid() {
        run.watch(ADDRESS);
        answer = served(6);

        assertThat(run.watch(ADDRESS).alerts()).singleElement().asString().startsWith("INVALID: ");
    }

    @Test
    void aFileFromTheFutureDoesNotMakeLaterOnesLookOld() {
        updatedAt = NOW.plusSeconds(86_400);
        run.watch(ADDRESS);
        updatedAt = ago("PT1M");

        assertThat(run.watch(ADDRESS).isHealthy()).isTrue();
    }

    @Test
    void whatReachesNobodyIsAnErrorAndIsSaidTheNextTime() {
        findings = List.of(new CheckResult("email", "status.json", "/notice/message"));
        sink.goDeaf();

        assertThatThrownBy(() -> run.watch(ADDRESS)).isInstanceOf(AlertDeliveryException.class);

        sink.hearAgain();
        run.watch(ADDRESS);
        assertThat(sink.words()).containsExactly("OPENED LEAK");
    }

    @Test
    void aCheckTellsNobodyAndRemembersNothing() {
        findings = List.of(new CheckResult("email", "status.json", "/notice/message"));

        assertThat(run.check(ADDRESS).isHealthy()).isFalse();

        assertThat(sink.words()).isEmpty();
    }

    private static Reading<Visit> served(long seq) {
        return new Reading.Found<>(
                new Visit(200, Map.of("x-amz-meta-seq", Long.toString(seq)), new byte[0], Instant.MAX));
    }

    private Reading<Visit> visit(URI address, Map<String, String> headers, Deadline deadline) {
        String document = new String(Json.document(Documents.allWell()), StandardCharsets.UTF_8)
                .replace("2026-11-20T21:50:00Z", updatedAt.toString())
                .replace(
                        "2026-11-20T22:20:00Z",
                        updatedAt.plus(Duration.ofMinutes(30)).toString());
        return answer.then(visit -> new Reading.Found<>(new Visit(
                visit.status(), visit.headers(), document.getBytes(StandardCharsets.UTF_8), visit.certificateEnds())));
    }
}
