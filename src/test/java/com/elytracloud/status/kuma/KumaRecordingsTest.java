package com.elytracloud.status.kuma;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.BoundedExecutor;

import static org.assertj.core.api.Assertions.assertThat;

/** Every recorded reply to one of our two requests, and what we make of it. */
final class KumaRecordingsTest {
    /** Version, name, what is configured, what comes of it. */
    private static final String EXPECTED = """
            1.23.17 alwaysmaint-heartbeat                     page FOUND 1
            1.23.17 api-unknown-path-spa                      page WRONG_SERVICE
            1.23.17 dberror-heartbeat                         page FORBIDDEN
            1.23.17 dberror-metrics                           key  TIMED_OUT
            1.23.17 dblocked-heartbeat                        page FOUND 2
            1.23.17 dblocked-metrics                          key  NOT_SUPPORTED
            1.23.17 h2c-upgrade-metrics                       key  CUT_SHORT
            1.23.17 heartbeat-1000-monitors                   page FOUND 1000
            1.23.17 heartbeat-alldown                         page FOUND 2
            1.23.17 heartbeat-allup                           page FOUND 5
            1.23.17 heartbeat-empty                           page NOT_FOUND
            1.23.17 heartbeat-maint                           page FOUND 3
            1.23.17 heartbeat-partial                         page FOUND 2
            1.23.17 heartbeat-pausedonly                      page FOUND 1
            1.23.17 heartbeat-pendingonly                     page FOUND 1
            1.23.17 heartbeat-public                          page FOUND 16
            1.23.17 heartbeat-unknown-slug                    page NOT_FOUND
            1.23.17 heartbeat-uppending                       page FOUND 2
            1.23.17 metrics                                   key  NOT_SUPPORTED
            1.23.17 metrics-1000-monitors                     key  NOT_SUPPORTED
            1.23.17 metrics-after-pause                       key  NOT_SUPPORTED
            1.23.17 metrics-apikey-bearer                     key  UNAUTHORIZED
            1.23.17 metrics-apikey-disabled                   key  UNAUTHORIZED
            1.23.17 metrics-apikey-expired                    key  UNAUTHORIZED
            1.23.17 metrics-apikey-unknown-id                 key  UNAUTHORIZED
            1.23.17 metrics-apikey-wrong-secret               key  UNAUTHORIZED
            1.23.17 metrics-basicauth-after-all-keys-deleted  key  UNAUTHORIZED
            1.23.17 metrics-basicauth-once-apikeys-enabled    key  UNAUTHORIZED
            1.23.17 metrics-group-paused                      key  NOT_SUPPORTED
            1.23.17 metrics-just-started                      key  NOT_SUPPORTED
            1.23.17 metrics-maintenance-only-monitor          key  NOT_SUPPORTED
            1.23.17 metrics-nasty-names                       key  NOT_SUPPORTED
            1.23.17 metrics-push-recovered-stale-ratio        key  NOT_SUPPORTED
            1.23.17 metrics-trailing-slash                    key  WRONG_SERVICE
            1.23.17 metrics-with-query-string                 key  WRONG_SERVICE
            1.23.17 nobeats-heartbeat                         page FOUND 0
            1.23.17 nouser-heartbeat                          page NOT_FOUND
            1.23.17 nouser-metrics-noauth                     key  UNAUTHORIZED
            1.23.17 proxy-504-unknown-slug                    page SERVER_ERROR
            1.23.17 unknown-path-spa                          key  WRONG_SERVICE
            2.5.3   alwaysmaint-heartbeat                     page FOUND 1
            2.5.3   api-unknown-path-spa                      page WRONG_SERVICE
            2.5.3   dberror-heartbeat                         page FORBIDDEN
            2.5.3   dberror-metrics                           key  TIMED_OUT
            2.5.3   dblocked-heartbeat                        page FOUND 2
            2.5.3   dblocked-metrics                          key  FOUND 14
            2.5.3   h2c-upgrade-metrics                       key  CUT_SHORT
            2.5.3   heartbeat-1000-monitors                   page FOUND 1000
            2.5.3   heartbeat-alldown                         page FOUND 2
            2.5.3   heartbeat-allup                           page FOUND 5
            2.5.3   heartbeat-empty                           page NOT_FOUND
            2.5.3   heartbeat-maint                           page FOUND 3
            2.5.3   heartbeat-partial                         page FOUND 2
            2.5.3   heartbeat-pausedonly                      page FOUND 1
            2.5.3   heartbeat-pendingonly                     page FOUND 1
            2.5.3   heartbeat-public                          page FOUND 16
            2.5.3   heartbeat-unknown-slug                    page NOT_FOUND
            2.5.3   heartbeat-uppending                       page FOUND 2
            2.5.3   metrics                                   key  FOUND 22
            2.5.3   metrics-1000-monitors                     key  FOUND 1000
            2.5.3   metrics-1000-monitors-60s-after-restart   key  FOUND 91
            2.5.3   metrics-after-pause                       key  FOUND 16
            2.5.3   metrics-apikey-bearer                     key  UNAUTHORIZED
            2.5.3   metrics-apikey-disabled                   key  UNAUTHORIZED
            2.5.3   metrics-apikey-expired                    key  UNAUTHORIZED
            2.5.3   metrics-apikey-unknown-id                 key  UNAUTHORIZED
            2.5.3   metrics-apikey-wrong-secret               key  UNAUTHORIZED
            2.5.3   metrics-basicauth-after-all-keys-deleted  key  UNAUTHORIZED
            2.5.3   metrics-basicauth-once-apikeys-enabled    key  UNAUTHORIZED
            2.5.3   metrics-group-paused                      key  FOUND 15
            2.5.3   metrics-just-started                      key  FOUND 1
            2.5.3   metrics-maintenance-only-monitor          key  FOUND 17
            2.5.3   metrics-nasty-names                       key  FOUND 22
            2.5.3   metrics-new-tag-monitor-vanished          key  FOUND 15
            2.5.3   metrics-push-recovered-stale-ratio        key  FOUND 16
            2.5.3   metrics-trailing-slash                    key  WRONG_SERVICE
            2.5.3   metrics-with-query-string                 key  WRONG_SERVICE
            2.5.3   migrating-heartbeat                       page NOT_READY
            2.5.3   migrating-metrics                         key  NOT_READY
            2.5.3   nobeats-heartbeat                         page FOUND 0
            2.5.3   nouser-heartbeat                          page NOT_FOUND
            2.5.3   nouser-metrics-auth                       key  UNAUTHORIZED
            2.5.3   nouser-metrics-noauth                     key  UNAUTHORIZED
            2.5.3   proxy-301                                 key  REDIRECTED
            2.5.3   proxy-502-metrics                         key  SERVER_ERROR
            2.5.3   proxy-basic-auth-in-front                 key  UNAUTHORIZED
            2.5.3   proxy-metrics-gzip                        key  FOUND 16
            2.5.3   setupdb-heartbeat                         page WRONG_SERVICE
            2.5.3   setupdb-metrics                           key  WRONG_SERVICE
            2.5.3   setupdb-metrics-auth                      key  WRONG_SERVICE
            2.5.3   unknown-path-spa                          key  WRONG_SERVICE
            """;

    private static final Instant NOW = Instant.parse("2028-02-29T23:59:31Z");

    private final BoundedExecutor executor = new BoundedExecutor();

    record Row(String name, boolean byKey, String outcome) {
        static Row of(String line) {
            String[] words = line.split("\\s+", 4);
            return new Row(words[0] + "/" + words[1], words[2].equals("key"), words[3].strip());
        }

        @Override
        public String toString() {
            return name + " is " + outcome;
        }
    }

    static Stream<Row> rows() {
        return EXPECTED.lines().map(Row::of);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRecordedReplyHasItsOutcome(Row row) {
        Recording recording = Recording.of(row.name());
        FakeKuma kuma = new FakeKuma().metrics(recording::response).heartbeats(recording::response);
        KumaStage stage = new KumaStage(executor, kuma);
        stage = row.byKey() ? stage.withKey() : stage.withPage();
        stage = recording.isAnswered() ? stage : stage.attempts(1, Duration.ofMillis(100));

        Reading<MonitorFleet> reading =
                stage.source().read(recording.isAnswered() ? recording.date() : NOW, KumaStage.inTime());

        assertThat(KumaStage.outcome(reading)).as(KumaStage.detail(reading)).isEqualTo(row.outcome());
    }

    @Test
    void theTableLeavesOutNoReplyToOneOfOurRequests() {
        Set<String> inTheTable = rows().map(Row::name).collect(Collectors.toSet());

        assertThat(Recording.names().filter(KumaRecordingsTest::isReplyToUs))
                .containsExactlyInAnyOrderElementsOf(inTheTable);
    }

    private static boolean isReplyToUs(String name) {
        return Stream.of("metrics", "heartbeat", "/proxy-", "unknown-path").anyMatch(name::contains);
    }
}
