package com.elytracloud.status.kuma;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

final class KumaHeartbeatsTest {
    private static final MonitorId ONE = new MonitorId("1");

    @Test
    void theNewestBeatsOfEachMonitorAreKeptInOrder() throws IOException {
        HeartbeatPage page =
                parse(new String(Recording.of("2.5.3/heartbeat-public").body(), StandardCharsets.UTF_8));

        assertThat(page.monitors()).hasSize(16);
        assertThat(page.monitors().get(ONE))
                .hasSize(HeartbeatPage.NEWEST)
                .isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()))
                .last()
                .satisfies(beat -> assertThat(beat.at())
                        .isBetween(Instant.parse("2026-11-20T22:30:00Z"), Instant.parse("2026-11-20T22:30:50Z")));
        assertThat(page.shares()).hasSize(16);
    }

    @Test
    void theStateIsThatOfTheNewestBeat() throws IOException {
        HeartbeatPage page =
                parse(new String(Recording.of("2.5.3/heartbeat-maint").body(), StandardCharsets.UTF_8));

        assertThat(page.newest(ONE).state()).isEqualTo(Monitor.State.UP);
        assertThat(page.newest(new MonitorId("8")).state()).isEqualTo(Monitor.State.DOWN);
        assertThat(page.newest(new MonitorId("10")).state()).isEqualTo(Monitor.State.MAINTENANCE);
    }

    @Test
    void aMonitorThatNeverBeatIsListedButSaysNothing() throws IOException {
        HeartbeatPage page =
                parse(new String(Recording.of("2.5.3/nobeats-heartbeat").body(), StandardCharsets.UTF_8));

        assertThat(page.listed()).isEqualTo(1);
        assertThat(page.monitors()).isEmpty();
    }

    @Test
    void timesAreUtcWithoutSayingSo() throws IOException {
        assertThat(beats("{\"status\":1,\"time\":\"2028-02-29 23:59:59.007\",\"msg\":\"\",\"ping\":13.5}"))
                .containsExactly(new Heartbeat(Instant.parse("2028-02-29T23:59:59.007Z"), Monitor.State.UP));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-02-29 23:59:59.007",
                "2028-02-29T23:59:59.007",
                "2028-02-29 24:00:00.000",
                "2028-02-29 23:59:59.007Z",
                "",
                "0000-00-00 00:00:00.000",
                "２028-02-29 23:59:59.007"
            })
    void aBeatWithoutAReadableTimeIsUndated(String time) throws IOException {
        List<Heartbeat> beats = beats("{\"status\":1,\"time\":\"2028-02-28 00:00:00.000\"},"
                + "{\"status\":1,\"time\":\"%s\"}".formatted(time));

        assertThat(beats)
                .containsExactly(
                        new Heartbeat(Instant.parse("2028-02-28T00:00:00Z"), Monitor.State.UP),
                        new Heartbeat(Heartbeat.UNDATED, Monitor.State.UP));
    }

    @Test
    void aTimeWithoutMilliseconds() throws IOException {
        assertThat(beats("{\"status\":1,\"time\":\"2026-11-26 00:10:20\"}"))
                .containsExactly(new Heartbeat(Instant.parse("2026-11-26T00:10:20Z"), Monitor.State.UP));
    }

    @ParameterizedTest
    @CsvSource({
        "0, DOWN",
        "1, UP",
        "2, PENDING",
        "3, MAINTENANCE",
        "4, UNRECOGNISED",
        "1.0, UNRECOGNISED",
        "'\"1\"', UNRECOGNISED",
        "null, UNRECOGNISED",
        "{}, UNRECOGNISED",
        "[[1]], UNRECOGNISED"
    })
    void aStateIsOneOfFourNumbers(String status, Monitor.State state) throws IOException {
        assertThat(beats("{\"time\":\"2028-02-29 00:00:00.000\",\"status\":%s}".formatted(status))
                        .get(0)
                        .state())
                .isEqualTo(state);
    }

    @Test
    void aMissingStateIsNotBelieved() throws IOException {
        assertThat(beats("{\"time\":\"2028-02-29 00:00:00.000\"}").get(0).state())
                .isEqualTo(Monitor.State.UNRECOGNISED);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0, 0",
        "0.9794941900205059, 0.9794941900205059",
        "1.5,",
        "-1,",
        "1e-999999999,",
        "null,",
        "'\"1\"',",
        "[1],"
    })
    void aShareIsANumberFromNoneToAll(String number, BigDecimal share) throws IOException {
        HeartbeatPage page =
                parse("{\"heartbeatList\":{},\"uptimeList\":{\"1_24\":%s,\"1_720\":0.5,\"2_24\":1}}".formatted(number));

        assertThat(page.shares().get(ONE)).isEqualTo(share);
        assertThat(page.shares()).containsKey(new MonitorId("2"));
    }

    @Test
    void whatElseThePageSaysIsPassedOver() throws IOException {
        HeartbeatPage page = parse("{\"x\":[{\"y\":1}],\"uptimeList\":{},\"heartbeatList\":{\"1\":null,\"<2>\":[{}],"
                + "\"3\":[{\"time\":\"2028-02-29 00:00:00.000\",\"status\":1,\"z\":{\"status\":0}}]},\"ok\":true}");

        assertThat(page.monitors()).containsOnlyKeys(new MonitorId("3"));
        assertThat(page.newest(new MonitorId("3")).state()).isEqualTo(Monitor.State.UP);
        assertThat(page.listed()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"heartbeatList\":{}}",
                "{\"uptimeList\":{}}",
                "{\"heartbeatList\":[],\"uptimeList\":{}}",
                "{\"heartbeatList\":null,\"uptimeList\":{\"1_24\":1}}",
                "{\"heartbeatList\":{\"1\":[]},\"uptimeList\":null}",
                "{\"heartbeatList\":{\"1\":[{\"status\":1",
                "{\"heartbeatList\":{\"1\":[",
                "{\"heartbeatList\":{\"1\":[]},\"uptimeList\":{",
                "<html>"
            })
    void anythingElseIsNotTheHeartbeatsOfAStatusPage(String body) {
        assertThatThrownBy(() -> parse(body)).isInstanceOf(JsonProcessingException.class);
    }

    private static List<Heartbeat> beats(String beats) throws IOException {
        return parse("{\"heartbeatList\":{\"1\":[%s]},\"uptimeList\":{}}".formatted(beats))
                .monitors()
                .get(ONE);
    }

    private static HeartbeatPage parse(String body) throws IOException {
        return HeartbeatPage.parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
