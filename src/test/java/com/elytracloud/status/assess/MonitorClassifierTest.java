package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.ClassedFleet;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorMemory;
import com.elytracloud.status.domain.MonitorMemory.Remembered;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.MonitorState;
import com.elytracloud.status.testing.MonitorBuilder;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static com.elytracloud.status.testing.MonitorBuilder.aFleet;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static com.elytracloud.status.testing.Readings.found;
import static com.elytracloud.status.testing.ScopeBuilder.aScope;
import static org.assertj.core.api.Assertions.assertThat;

class MonitorClassifierTest {
    private static final MonitorId ONE = new MonitorId("1");

    @ParameterizedTest
    @CsvSource({"UP, UP", "DOWN, DOWN", "MAINTENANCE, MAINTENANCE", "PENDING, UNKNOWN", "UNRECOGNISED, UNKNOWN"})
    void aMonitorWithoutHistoryIsWhatItsSourceSays(MonitorState said, MonitorClass expected) {
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
        "PT1M, PT-2M-0.001S, UNKNOWN",
    })
    void aMonitorIsUnknownAfterThreeMissedBeatsAndAtLeastFiveMinutes(
            Duration interval, Duration newest, MonitorClass expected) {
        assertThat(classOf(aMonitor("1").withBeatsEvery(interval, newest))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "a single beat {0} ago: {1}")
    @CsvSource({"PT5M, UP", "PT5M1S, UNKNOWN"})
    void aSingleBeatTellsNoIntervalAndLastsFiveMinutes(String newest, MonitorClass expected) {
        assertThat(classOf(aMonitor("1").withBeats(newest))).isEqualTo(expected);
    }

    @Test
    void oneLongGapDoesNotStretchTheInterval() {
        MonitorBuilder monitor = aMonitor("1").withBeats("PT9H", "PT9M", "PT8M", "PT7M", "PT6M");

        assertThat(classOf(monitor)).isEqualTo(MonitorClass.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"DOWN", "MAINTENANCE", "PENDING"})
    void aStaleBeatSilencesEveryState(MonitorState said) {
        MonitorMemory memory = remembering(MonitorClass.UP, "PT10M");
        MonitorBuilder monitor = aMonitor("1").is(said).withBeats("PT1H");

        assertThat(classOf(monitor, memory)).isEqualTo(MonitorClass.UNKNOWN);
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
        MonitorMemory memory = remembering(MonitorClass.UP, "PT10M");

        ClassedFleet fleet = classify(aFleet(aMonitor("1").pending()), MonitorScope.EVERYTHING, memory);

        assertThat(fleet.memory().of(ONE)).contains(new Remembered(MonitorClass.UP, ago("PT10M")));
    }

    @Test
    void whatIsSeenNowIsRememberedAsOfNow() {
        MonitorMemory memory = remembering(MonitorClass.UP, "PT10M");

        ClassedFleet fleet = classify(aFleet(aMonitor("1").down()), MonitorScope.EVERYTHING, memory);

        assertThat(fleet.memory().of(ONE)).contains(new Remembered(MonitorClass.DOWN, NOW));
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
    void nothingIsKnownWhenEveryControlIsOutOfSight(MonitorState one, MonitorState other, MonitorClass expected) {
        MonitorFleet fleet = aFleet(
                aMonitor("1").down(), aMonitor("8").is(one), aMonitor("9").is(other));

        ClassedFleet classed = classify(fleet, aScope().controls("8", "9").scope(), MonitorMemory.NONE);

        assertThat(classed.monitors().get(ONE).monitorClass()).isEqualTo(expected);
    }

    @Test
    void anAbsentControlIsOutOfSight() {
        ClassedFleet classed =
                classify(aFleet(aMonitor("1")), aScope().controls("9").scope(), MonitorMemory.NONE);

        assertThat(classed.monitors().get(ONE).monitorClass()).isEqualTo(MonitorClass.UNKNOWN);
    }

    private static MonitorMemory remembering(MonitorClass seen, String ago) {
        Instant observedAt = ago(ago);
        return new MonitorMemory(Map.of(ONE, new Remembered(seen, observedAt)));
    }

    private static MonitorClass classOf(MonitorBuilder monitor) {
        return classOf(monitor, MonitorMemory.NONE);
    }

    private static MonitorClass classOf(MonitorBuilder monitor, MonitorMemory memory) {
        return classify(aFleet(monitor), MonitorScope.EVERYTHING, memory)
                .monitors()
                .get(ONE)
                .monitorClass();
    }

    private static ClassedFleet classify(MonitorFleet fleet, MonitorScope scope, MonitorMemory memory) {
        return found(MonitorClassifier.classify(fleet, scope, List.of(), memory, NOW));
    }
}
