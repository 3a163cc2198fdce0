package com.elytracloud.status.betterstack;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.assess.MonitorClassifier;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.Reading;

import static com.elytracloud.status.betterstack.BetterStackStage.NOW;
import static com.elytracloud.status.betterstack.BetterStackStage.monitor;
import static com.elytracloud.status.betterstack.BetterStackStage.outcome;
import static com.elytracloud.status.betterstack.BetterStackStage.read;
import static com.elytracloud.status.betterstack.BetterStackStage.reply;
import static org.assertj.core.api.Assertions.assertThat;

/** What each monitor of the list means. */
class BetterStackFleetTest {
    @ParameterizedTest
    @CsvSource({
        "258301, UP, UP",
        "258306, DOWN, DOWN",
        "258307, DOWN, DOWN",
        "258308, MAINTENANCE, MAINTENANCE",
        "258309, PENDING, UNKNOWN"
    })
    void everyDocumentedStatusHasItsClass(String id, Monitor.State state, MonitorClass monitorClass) {
        Reading<MonitorFleet> reading = read(reply("monitors.json"));

        assertThat(monitor(reading, id).state()).isEqualTo(state);
        assertThat(classOf(reading, id)).isEqualTo(monitorClass);
    }

    @Test
    void aPausedMonitorIsNotMonitored() {
        Reading<MonitorFleet> reading = read(reply("monitors.json"));

        assertThat(outcome(reading)).isEqualTo("FOUND 9");
        assertThat(reading.toString()).doesNotContain("258310");
    }

    @Test
    void nameAndAddressAreReadAndNoCredentialOfACheck() {
        Reading<MonitorFleet> reading = read(reply("monitors.json"));

        assertThat(monitor(reading, "258303").monitor())
                .isEqualTo(new Monitor(
                        new MonitorId("258303"),
                        Monitor.Kind.PROBE,
                        "Cirrus intranet gateway",
                        "https://vpn.cirrus-internal.example:8443/health/deep"));
        assertThat(reading.toString()).doesNotContain("fixture-password", "probe-key", "Hosting", "We call you");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"degraded\"", "\"UP\"", "\"\"", "null", "1"})
    void anUndocumentedStatusIsUnknown(String status) {
        Reading<MonitorFleet> reading =
                read(reply("monitors-up.json").replaceFirst("\"status\": \"up\"", "\"status\": " + status));

        assertThat(classOf(reading, "258301")).isEqualTo(MonitorClass.UNKNOWN);
        assertThat(classOf(reading, "258302")).isEqualTo(MonitorClass.UP);
    }

    @Test
    void missingAttributesAffectOneMonitorOnly() {
        Reading<MonitorFleet> reading = read("""
                {"data":[{"id":"1","attributes":{"status":"up","last_checked_at":"yesterday"}},
                         {"id":"2","attributes":{}},
                         {"id":"3"}],
                 "pagination":{"next":null}}
                """);

        assertThat(classOf(reading, "1")).isEqualTo(MonitorClass.UP);
        assertThat(classOf(reading, "2")).isEqualTo(MonitorClass.UNKNOWN);
        assertThat(classOf(reading, "3")).isEqualTo(MonitorClass.UNKNOWN);
        assertThat(monitor(reading, "1").monitor().name()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'\"id\":\"<1>\",', 1", "'\"id\":null,', 1", "'', 1", "'\"id\":\"7\",', 0"})
    void aMonitorWithoutAValidIdCountsAsUnreadable(String id, int unreadable) {
        Reading<MonitorFleet> reading = read(
                "{\"data\":[{%s\"attributes\":{\"status\":\"up\"}}],\"pagination\":{\"next\":null}}".formatted(id));

        assertThat(reading.fold(MonitorFleet::unreadable, () -> -1, failure -> -1))
                .isEqualTo(unreadable);
    }

    @Test
    void aTeamWithoutMonitorsHasNone() {
        assertThat(outcome(read("{\"data\":[],\"pagination\":{\"next\":null}}")))
                .isEqualTo("NOTHING");
        assertThat(outcome(read(reply("monitors-up.json").replace("\"status\": \"up\"", "\"status\": \"paused\""))))
                .isEqualTo("NOTHING");
    }

    // With a check every 180 s, 9 min are three of them; with one every 60 s, the limit is the minimum of 5 min.
    @ParameterizedTest
    @CsvSource({"258303, 23:50:31, UP", "258303, 23:50:30, UNKNOWN", "258301, 23:54:31, UP", "258301, 23:54:30, UNKNOWN"
    })
    void aMonitorThatIsNoLongerCheckedIsUnknown(String id, String checked, MonitorClass expected) {
        assertThat(classOf(read(reply("monitors-up.json").replace("23:59:01.000Z", checked + ".000Z")), id))
                .isEqualTo(expected);
    }

    @Test
    void aMonitorInMaintenanceDoesNotBecomeStale() {
        assertThat(monitor(read(reply("monitors.json")), "258308").beats()).isEmpty();
    }

    @Test
    void oneFailedCheckDoesNotConfirmAnOutage() {
        assertThat(monitor(read(reply("monitors.json")), "258306").beats())
                .hasSize(2)
                .filteredOn(beat -> beat.state() == Monitor.State.DOWN)
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"up, UP", "down, UNKNOWN"})
    void aMonitorOnTwoPagesIsUnknownIfTheyDisagree(String again, MonitorClass expected) {
        String second = reply("monitors-page-2.json")
                .replace("258306", "258301")
                .replaceFirst("\"status\": \"down\"", "\"status\": \"" + again + "\"");

        Reading<MonitorFleet> reading = read(
                new FakeBetterStack().page(1, reply("monitors-page-1.json")).page(2, second));

        assertThat(outcome(reading)).isEqualTo("FOUND 8");
        assertThat(classOf(reading, "258301")).isEqualTo(expected);
    }

    private static MonitorClass classOf(Reading<MonitorFleet> reading, String id) {
        MonitorReading found = monitor(reading, id);
        return reading.then(fleet ->
                        MonitorClassifier.classify(fleet, MonitorScope.EVERYTHING, List.of(), KnownMonitors.NONE, NOW))
                .fold(
                        classed -> classed.monitors().get(found.id()).monitorClass(),
                        () -> MonitorClass.UNKNOWN,
                        failure -> MonitorClass.UNKNOWN);
    }
}
