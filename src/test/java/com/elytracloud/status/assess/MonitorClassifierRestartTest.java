package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.ClassedFleet;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorMemory;
import com.elytracloud.status.domain.MonitorMemory.Remembered;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.testing.MonitorBuilder;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static com.elytracloud.status.testing.MonitorBuilder.aFleetSince;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static com.elytracloud.status.testing.Readings.found;
import static com.elytracloud.status.testing.Readings.reason;
import static com.elytracloud.status.testing.ScopeBuilder.aScope;
import static com.elytracloud.status.testing.ScopeBuilder.ids;
import static org.assertj.core.api.Assertions.assertThat;

class MonitorClassifierRestartTest {
    private static final MonitorId TEN = new MonitorId("10");

    // Ten monitors are known: the source may take ten seconds and five minutes.
    @ParameterizedTest(name = "started {0} ago: the missing one counts: {1}")
    @CsvSource({"PT1S, true", "PT5M9.999S, true", "PT5M10S, false", "PT48H, false", "PT-30S, true"})
    void aMissingMonitorCountsWhileTheSourceMayStillBeFillingItsList(String sinceStart, boolean counts) {
        ClassedFleet fleet = found(classify(ago(sinceStart), 9, tenKnown("PT10M")));

        assertThat(fleet.scope().contains(TEN)).isEqualTo(counts);
    }

    @ParameterizedTest(name = "seen {0} ago: {1}")
    @CsvSource({"PT30M, DOWN", "PT30M0.001S, UNKNOWN"})
    void itKeepsItsClassForHalfAnHour(String seen, MonitorClass expected) {
        ClassedFleet fleet = found(classify(ago("PT1M"), 9, tenKnown(seen)));

        assertThat(fleet.monitors().get(TEN).monitorClass()).isEqualTo(expected);
    }

    @Test
    void keepingAClassDoesNotProlongIt() {
        ClassedFleet fleet = found(classify(ago("PT1M"), 9, tenKnown("PT12M")));

        assertThat(fleet.memory().of(TEN)).contains(new Remembered(MonitorClass.DOWN, ago("PT12M")));
    }

    @ParameterizedTest(name = "{0} of 10, {1} after the start: complete: {2}")
    @CsvSource({
        "8, PT5M10S, true",
        "7, PT5M10S, false",
        "7, PT5M9.999S, true",
        "7, PT35M9.999S, false",
        "7, PT35M10S, true",
    })
    void aSourceWithoutFourFifthsOfTheKnownIsNotBelievedForAWhile(int present, String sinceStart, boolean complete) {
        Reading<ClassedFleet> classed = classify(ago(sinceStart), present, tenKnown("PT10M"));

        boolean believed = classed.fold(fleet -> true, () -> false, failure -> false);
        assertThat(believed).isEqualTo(complete);
    }

    @Test
    void anIncompleteSourceIsAFailedReading() {
        assertThat(reason(classify(ago("PT6M"), 2, tenKnown("PT10M")))).isEqualTo(Failure.Reason.NOT_READY);
    }

    @Test
    void newMonitorsDoNotMakeUpForMissingOnes() {
        MonitorFleet strangers = aFleetSince(
                ago("PT6M"),
                IntStream.rangeClosed(101, 110)
                        .mapToObj(id -> aMonitor(String.valueOf(id)))
                        .toArray(MonitorBuilder[]::new));

        Reading<ClassedFleet> classed =
                MonitorClassifier.classify(strangers, MonitorScope.EVERYTHING, List.of(), tenKnown("PT10M"), NOW);

        assertThat(reason(classed)).isEqualTo(Failure.Reason.NOT_READY);
    }

    @Test
    void withoutMemoryNothingTellsWhatAFreshlyStartedSourceStillHides() {
        assertThat(reason(classify(ago("PT1M"), 3, MonitorMemory.NONE))).isEqualTo(Failure.Reason.NOT_READY);
    }

    @Test
    void namedMonitorsTellWhatIsMissingEvenWithoutMemory() {
        Reading<ClassedFleet> classed = MonitorClassifier.classify(
                aFleetSince(ago("PT1M"), aMonitor("1")),
                aScope().only("1", "2").scope(),
                List.of(),
                MonitorMemory.NONE,
                NOW);

        assertThat(found(classed).scope()).isEqualTo(ids("1", "2"));
        assertThat(found(classed).monitors().get(new MonitorId("2")).monitorClass())
                .isEqualTo(MonitorClass.UNKNOWN);
    }

    @Test
    void aSourceThatDoesNotTellItsStartIsTakenAsComplete() {
        assertThat(found(classify(Instant.MIN, 3, MonitorMemory.NONE)).scope()).isEqualTo(ids("1", "2", "3"));
    }

    @Test
    void theMemoryOfAMissingMonitorSpansSeveralRuns() {
        ClassedFleet first = found(classify(ago("PT1M"), 9, tenKnown("PT10M")));

        ClassedFleet second = found(classify(ago("PT2M"), 9, first.memory()));

        assertThat(second.monitors().get(TEN).monitorClass()).isEqualTo(MonitorClass.DOWN);
    }

    private static MonitorMemory tenKnown(String seenAgo) {
        Instant seen = NOW.minus(Duration.parse(seenAgo));
        Map<MonitorId, Remembered> known = new HashMap<>();
        for (int id = 1; id <= 10; id++) {
            known.put(new MonitorId(String.valueOf(id)), new Remembered(MonitorClass.DOWN, seen));
        }
        return new MonitorMemory(known);
    }

    private static Reading<ClassedFleet> classify(Instant startedAt, int present, MonitorMemory memory) {
        MonitorBuilder[] monitors = IntStream.rangeClosed(1, present)
                .mapToObj(id -> aMonitor(String.valueOf(id)))
                .toArray(MonitorBuilder[]::new);
        return MonitorClassifier.classify(
                aFleetSince(startedAt, monitors), MonitorScope.EVERYTHING, List.of(), memory, NOW);
    }
}
