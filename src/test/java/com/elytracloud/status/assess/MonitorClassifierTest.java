package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.KnownMonitors.KnownMonitor;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.testing.MonitorBuilder;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static com.elytracloud.status.testing.MonitorBuilder.aFleet;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static com.elytracloud.status.testing.Readings.found;
import static com.elytracloud.status.testing.ScopeBuilder.aScope;
import static com.elytracloud.status.testing.ScopeBuilder.ids;
import static org.assertj.core.api.Assertions.assertThat;

class MonitorClassifierTest {
    private static final MonitorId ONE = new MonitorId("1");

    @ParameterizedTest
    @CsvSource({"UP, UP", "DOWN, DOWN", "MAINTENANCE, MAINTENANCE", "PENDING, UNKNOWN", "UNRECOGNISED, UNKNOWN"})
    void aMonitorWithoutHistoryIsWhatItsSourceSays(Monitor.State said, MonitorClass expected) {
        assertThat(classOf(aMonitor("1").is(said))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "a beat every {0}, the newest {1} ago: {2}")
    @CsvSource({
        "PT20S, PT5M, UP",
        "PT20S, PT5M0.001S, UNKNOWN",
        "PT1M40S, PT5M, UP",
        "PT1M40S, PT5M0.001S, UNKNOWN",
        "PT2M, PT6M, UP",
        "PT2M, PT6M0.001S, UNKNOWN",
        "PT1H, PT3H, UP",
        "PT1H, PT3H0.001S, UNKNOWN",
        "PT1M, PT-2M, UP",
    })
    void aListedMonitorIsUnknownAfterThreeMissedBeatsAndAtLeastFiveMinutes(
            Duration interval, Duration newest, MonitorClass expected) {
        assertThat(classOf(aMonitor("1").withBeatsEvery(interval, newest))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M1S", "PT50M", "PT20H"})
    void aSingleBeatShowsNoIntervalAndIsNeverStale(String newest) {
        assertThat(classOf(aMonitor("1").withBeats(newest))).isEqualTo(MonitorClass.UP);
        assertThat(classOf(aMonitor("1").unlisted().withBeats(newest))).isEqualTo(MonitorClass.UP);
    }

    @Test
    void beatsWithoutAReadableTimeAndBeatsFromTheFutureAreStale() {
        MonitorBuilder undated = aMonitor("1").with(new Heartbeat(Heartbeat.UNDATED, Monitor.State.UP));

        MonitorBuilder newestUndated = aMonitor("1")
                .with(
                        new Heartbeat(ago("PT1M"), Monitor.State.UP),
                        new Heartbeat(Heartbeat.UNDATED, Monitor.State.DOWN));

        assertThat(classOf(undated)).isEqualTo(MonitorClass.UNKNOWN);
        assertThat(classOf(newestUndated)).isEqualTo(MonitorClass.UNKNOWN);
        assertThat(classOf(aMonitor("1").withBeats("PT-3M", "PT-4M"))).isEqualTo(MonitorClass.UNKNOWN);
        assertThat(classOf(aMonitor("1").withBeats("PT2M", "PT1M", "PT-3M"))).isEqualTo(MonitorClass.UP);
    }

    @Test
    void aBeatWithoutATimeDoesNotHideTheIntervalOfTheOthers() {
        MonitorBuilder monitor = aMonitor("1")
                .with(
                        new Heartbeat(ago("PT11M"), Monitor.State.UP),
                        new Heartbeat(Heartbeat.UNDATED, Monitor.State.UP),
                        new Heartbeat(ago("PT10M"), Monitor.State.UP));

        assertThat(classOf(monitor)).isEqualTo(MonitorClass.UNKNOWN);
    }

    @Test
    void oneLongGapDoesNotStretchTheInterval() {
        MonitorBuilder monitor = aMonitor("1").withBeats("PT9H", "PT9M", "PT8M", "PT7M", "PT6M");

        assertThat(classOf(monitor)).isEqualTo(MonitorClass.UNKNOWN);
    }

    // Interval 20 min, retries every 20 s: measured by all gaps, it would be stale from the sixth minute on.
    @Test
    void retriesDoNotShortenTheInterval() {
        List<Heartbeat> beats = new ArrayList<>();
        for (int round = 2; round >= 0; round--) {
            Instant checked = ago("PT14M").minus(Duration.ofMinutes(20L * round));
            beats.add(new Heartbeat(checked.minusSeconds(60), Monitor.State.PENDING));
            beats.add(new Heartbeat(checked.minusSeconds(40), Monitor.State.PENDING));
            beats.add(new Heartbeat(checked.minusSeconds(20), Monitor.State.PENDING));
            beats.add(new Heartbeat(checked, Monitor.State.UP));
        }

        assertThat(classOf(aMonitor("1").with(beats.toArray(Heartbeat[]::new)))).isEqualTo(MonitorClass.UP);
    }

    @ParameterizedTest(name = "{0} pushes")
    @CsvSource({"3, UP", "10, UP", "11, UNKNOWN"})
    void aPushMonitorHasAnIntervalOnceItsPushesAreAHabit(int pushes, MonitorClass expected) {
        Heartbeat[] beats = IntStream.range(0, pushes)
                .mapToObj(i -> new Heartbeat(ago("PT20H").plusSeconds(i), Monitor.State.UP))
                .toArray(Heartbeat[]::new);

        assertThat(classOf(aMonitor("1").push().with(beats))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT6M", "PT20H", "P30D"})
    void aMonitorListedAsDownStaysDownHoweverOldItsBeatsAre(String newest) {
        MonitorBuilder down = aMonitor("1").down().withBeatsEvery(Duration.ofMinutes(1), Duration.parse(newest));

        assertThat(classOf(down)).isEqualTo(MonitorClass.DOWN);
    }

    @Test
    void maintenanceAndPendingAreBelievedWithStaleBeats() {
        Duration stale = Duration.ofHours(1);
        MonitorBuilder pending = aMonitor("1").pending().withBeatsEvery(Duration.ofMinutes(1), stale);

        assertThat(classOf(pending, remembering(MonitorClass.UP, "PT10M"))).isEqualTo(MonitorClass.UP);
        assertThat(classOf(aMonitor("1").is(Monitor.State.MAINTENANCE).withBeatsEvery(Duration.ofMinutes(1), stale)))
                .isEqualTo(MonitorClass.MAINTENANCE);
    }

    @ParameterizedTest(name = "without a list, {0}, the newest beat {1} ago, others fresh: {2}")
    @CsvSource({
        "UP, PT5M, UP",
        "UP, PT5M1S, UNKNOWN",
        "DOWN, PT5M1S, DOWN",
        "DOWN, PT2H5M, DOWN",
        "MAINTENANCE, PT4M, MAINTENANCE",
    })
    void withoutAListThePageDecides(Monitor.State state, String newest, MonitorClass expected) {
        assertThat(classOfUnlisted(state, newest, "PT1M")).isEqualTo(expected);
    }

    @Test
    void aMonitorWhoseBeatsStoppedTwoHoursAgoIsNotMonitoredWhileOthersAreFresh() {
        MonitorFleet fleet =
                aFleet(unlisted("1", Monitor.State.DOWN, "PT2H5M1S"), unlisted("2", Monitor.State.UP, "PT1M"));

        ClassifiedMonitors classed = classify(fleet, aScope().only("1", "2").scope(), KnownMonitors.NONE);

        assertThat(classed.monitors().get(ONE).monitorClass()).isEqualTo(MonitorClass.NOT_MONITORED);
        assertThat(classed.scope()).isEqualTo(ids("2"));
    }

    @Test
    void aPageThatStoppedAsAWholeIsUnknown() {
        MonitorFleet fleet = aFleet(unlisted("1", Monitor.State.UP, "PT3H"), unlisted("2", Monitor.State.UP, "PT3H"));

        assertThat(classify(fleet, MonitorScope.EVERYTHING, KnownMonitors.NONE).inScope())
                .extracting(ClassifiedMonitor::monitorClass)
                .containsExactly(MonitorClass.UNKNOWN, MonitorClass.UNKNOWN);
    }

    @Test
    void aMonitorThatTheListLacksExistsWhileItsBeatsOnThePageAreFresh() {
        MonitorFleet fresh = aFleet(aMonitor("2"), unlisted("1", Monitor.State.DOWN, "PT1M"));
        MonitorFleet stale = aFleet(aMonitor("2"), unlisted("1", Monitor.State.DOWN, "PT1H"));

        assertThat(classify(fresh, MonitorScope.EVERYTHING, KnownMonitors.NONE)
                        .monitors()
                        .get(ONE)
                        .monitorClass())
                .isEqualTo(MonitorClass.DOWN);
        assertThat(classify(stale, MonitorScope.EVERYTHING, KnownMonitors.NONE).scope())
                .isEqualTo(ids("2"));
    }

    @ParameterizedTest(name = "{0} seen {1} ago: {2}")
    @CsvSource({
        "UP, PT25M, UP",
        "UP, PT25M0.001S, UNKNOWN",
        "DOWN, PT25M, DOWN",
        "DOWN, PT25M0.001S, UNKNOWN",
        "MAINTENANCE, PT10M, UNKNOWN",
        "UNKNOWN, PT10M, UNKNOWN",
    })
    void aRetriedCheckKeepsTheClassOfThePreviousRunForAWhile(MonitorClass before, String seen, MonitorClass expected) {
        assertThat(classOf(aMonitor("1").pending(), remembering(before, seen))).isEqualTo(expected);
    }

    @Test
    void aRetriedCheckDoesNotProlongItsOwnMemory() {
        KnownMonitors memory = remembering(MonitorClass.UP, "PT10M");

        ClassifiedMonitors fleet = classify(aFleet(aMonitor("1").pending()), MonitorScope.EVERYTHING, memory);

        assertThat(fleet.known().of(ONE)).contains(new KnownMonitor(MonitorClass.UP, ago("PT10M"), NOW));
    }

    @Test
    void whatIsSeenNowIsRememberedAsOfNow() {
        KnownMonitors memory = remembering(MonitorClass.UP, "PT10M");

        ClassifiedMonitors fleet = classify(aFleet(aMonitor("1").down()), MonitorScope.EVERYTHING, memory);

        assertThat(fleet.known().of(ONE)).contains(new KnownMonitor(MonitorClass.DOWN, NOW, NOW));
    }

    @ParameterizedTest(name = "controls {0} and {1}: {2}")
    @CsvSource({
        "DOWN, DOWN, UNKNOWN",
        "DOWN, UNRECOGNISED, UNKNOWN",
        "UNRECOGNISED, UNRECOGNISED, UNKNOWN",
        "DOWN, UP, DOWN",
        "UNRECOGNISED, UP, DOWN",
        "DOWN, MAINTENANCE, DOWN",
        "UP, UP, DOWN",
    })
    void nothingIsKnownWhenEveryControlIsOutOfSight(Monitor.State one, Monitor.State other, MonitorClass expected) {
        MonitorFleet fleet = aFleet(
                aMonitor("1").down(), aMonitor("8").is(one), aMonitor("9").is(other));

        ClassifiedMonitors classed = classify(fleet, aScope().controls("8", "9").scope(), KnownMonitors.NONE);

        assertThat(classed.monitors().get(ONE).monitorClass()).isEqualTo(expected);
    }

    @Test
    void anAbsentControlIsOutOfSight() {
        ClassifiedMonitors classed =
                classify(aFleet(aMonitor("1")), aScope().controls("9").scope(), KnownMonitors.NONE);

        assertThat(classed.monitors().get(ONE).monitorClass()).isEqualTo(MonitorClass.UNKNOWN);
    }

    private static KnownMonitors remembering(MonitorClass seen, String ago) {
        Instant observedAt = ago(ago);
        return new KnownMonitors(Map.of(ONE, new KnownMonitor(seen, observedAt, observedAt)), Set.of(), Map.of());
    }

    private static MonitorBuilder unlisted(String id, Monitor.State state, String newest) {
        return aMonitor(id).unlisted().is(state).withBeatsEvery(Duration.ofMinutes(1), Duration.parse(newest));
    }

    private static MonitorClass classOfUnlisted(Monitor.State state, String newest, String other) {
        MonitorFleet fleet = aFleet(unlisted("1", state, newest), unlisted("2", Monitor.State.UP, other));
        return classify(fleet, MonitorScope.EVERYTHING, KnownMonitors.NONE)
                .monitors()
                .get(ONE)
                .monitorClass();
    }

    private static MonitorClass classOf(MonitorBuilder monitor) {
        return classOf(monitor, KnownMonitors.NONE);
    }

    private static MonitorClass classOf(MonitorBuilder monitor, KnownMonitors memory) {
        return classify(aFleet(monitor), MonitorScope.EVERYTHING, memory)
                .monitors()
                .get(ONE)
                .monitorClass();
    }

    private static ClassifiedMonitors classify(MonitorFleet fleet, MonitorScope scope, KnownMonitors memory) {
        return found(MonitorClassifier.classify(fleet, scope, List.of(), memory, NOW));
    }
}
