package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.KnownMonitors.KnownMonitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.testing.MonitorBuilder;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static com.elytracloud.status.testing.MonitorBuilder.aFleet;
import static com.elytracloud.status.testing.MonitorBuilder.aFleetSince;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static com.elytracloud.status.testing.Readings.found;
import static com.elytracloud.status.testing.Readings.reason;
import static com.elytracloud.status.testing.ScopeBuilder.aScope;
import static com.elytracloud.status.testing.ScopeBuilder.ids;
import static org.assertj.core.api.Assertions.assertThat;

class MissingMonitorsTest {
    private static final MonitorId TEN = new MonitorId("10");

    @ParameterizedTest(name = "listed {0} ago: counts as unknown: {1}")
    @CsvSource({"PT1M, true", "PT20M, true", "PT20M0.001S, false"})
    void aMonitorThatWasListedLatelyIsUnknownAndLaterNotMonitored(String listed, boolean counts) {
        ClassifiedMonitors fleet = found(classify(Instant.MIN, 9, tenKnown(listed)));

        assertThat(fleet.scope().contains(TEN)).isEqualTo(counts);
        assertThat(fleet.monitors().get(TEN).isMonitored()).isEqualTo(counts);
    }

    @Test
    void beingMissingIsNotRememberedAsBeingListed() {
        ClassifiedMonitors first = found(classify(Instant.MIN, 9, tenKnown("PT15M")));

        assertThat(first.known().of(TEN)).contains(new KnownMonitor(MonitorClass.DOWN, ago("PT15M"), ago("PT15M")));
    }

    @Test
    void aNamedMonitorThatWasPausedStaysOutOfScopeForEver() {
        MonitorScope named = aScope().only("1", "10").critical("10").scope();
        Map<MonitorId, KnownMonitor> known = Map.of(TEN, new KnownMonitor(MonitorClass.UP, ago("P200D"), ago("P200D")));

        ClassifiedMonitors fleet = found(MonitorClassifier.classify(
                aFleet(aMonitor("1")), named, List.of(), new KnownMonitors(known, Set.of(), Map.of()), NOW));

        assertThat(fleet.scope()).isEqualTo(ids("1"));
        assertThat(fleet.known().monitors()).containsKey(TEN);
    }

    @Test
    void aMonitorThatNobodyNamedIsForgottenAfterADay() {
        assertThat(found(classify(Instant.MIN, 9, tenKnown("P1DT0.001S")))
                        .known()
                        .monitors())
                .doesNotContainKey(TEN);
    }

    @ParameterizedTest(name = "{0} of the 10 listed {1} ago: complete: {2}")
    @CsvSource({"8, PT10M, true", "7, PT10M, false", "7, PT30M, false", "7, PT30M0.001S, true"})
    void aSourceWithoutFourFifthsOfTheKnownIsNotBelievedForHalfAnHour(int present, String listed, boolean complete) {
        Reading<ClassifiedMonitors> classed = classify(Instant.MIN, present, tenKnown(listed));

        assertThat(classed.<Boolean>fold(fleet -> true, () -> false, failure -> false))
                .isEqualTo(complete);
    }

    @Test
    void newMonitorsDoNotMakeUpForMissingOnes() {
        MonitorFleet strangers = aFleet(IntStream.rangeClosed(101, 110)
                .mapToObj(id -> aMonitor(String.valueOf(id)))
                .toArray(MonitorBuilder[]::new));

        Reading<ClassifiedMonitors> classed =
                MonitorClassifier.classify(strangers, MonitorScope.EVERYTHING, List.of(), tenKnown("PT10M"), NOW);

        assertThat(reason(classed)).isEqualTo(Failure.Reason.NOT_READY);
    }

    @Test
    void withoutMemoryASourceThatHasJustStartedIsNotBelieved() {
        assertThat(reason(classify(ago("PT1M"), 3, KnownMonitors.NONE))).isEqualTo(Failure.Reason.NOT_READY);
        assertThat(found(classify(ago("PT6M"), 3, KnownMonitors.NONE)).scope()).isEqualTo(ids("1", "2", "3"));
        assertThat(found(classify(Instant.MIN, 3, KnownMonitors.NONE)).scope()).isEqualTo(ids("1", "2", "3"));
    }

    @Test
    void namedMonitorsShowWhatIsMissingEvenWithoutMemory() {
        Reading<ClassifiedMonitors> classed = MonitorClassifier.classify(
                aFleetSince(ago("PT1M"), aMonitor("1")),
                aScope().only("1", "2").scope(),
                List.of(),
                KnownMonitors.NONE,
                NOW);

        assertThat(found(classed).scope()).isEqualTo(ids("1", "2"));
        assertThat(found(classed).monitors().get(new MonitorId("2")).monitorClass())
                .isEqualTo(MonitorClass.UNKNOWN);
    }

    @Test
    void monitorsThatCannotBeReadCountAsUnknown() {
        List<ClassifiedMonitor> scope = unreadable(3, 4, KnownMonitors.NONE).inScope();

        assertThat(scope).hasSize(7);
        assertThat(scope)
                .filteredOn(each -> each.monitorClass() == MonitorClass.UNKNOWN)
                .hasSize(4);
    }

    @Test
    void anUnreadableMonitorIsNotCountedTwiceAndNeverTakenForPaused() {
        ClassifiedMonitors fleet = unreadable(9, 1, tenKnown("PT3H"));

        assertThat(fleet.inScope()).hasSize(10);
        assertThat(fleet.scope()).contains(TEN);
    }

    private static ClassifiedMonitors unreadable(int readable, int unreadable, KnownMonitors memory) {
        List<MonitorReading> readings = IntStream.rangeClosed(1, readable)
                .mapToObj(id -> aMonitor(String.valueOf(id)).reading())
                .toList();
        return found(MonitorClassifier.classify(
                new MonitorFleet(readings, unreadable, Instant.MIN), MonitorScope.EVERYTHING, List.of(), memory, NOW));
    }

    private static KnownMonitors tenKnown(String listedAgo) {
        Instant listed = NOW.minus(Duration.parse(listedAgo));
        Map<MonitorId, KnownMonitor> known = new HashMap<>();
        for (int id = 1; id <= 10; id++) {
            known.put(new MonitorId(String.valueOf(id)), new KnownMonitor(MonitorClass.DOWN, listed, listed));
        }
        return new KnownMonitors(known, Set.of(), Map.of());
    }

    private static Reading<ClassifiedMonitors> classify(Instant startedAt, int present, KnownMonitors memory) {
        MonitorBuilder[] monitors = IntStream.rangeClosed(1, present)
                .mapToObj(id -> aMonitor(String.valueOf(id)))
                .toArray(MonitorBuilder[]::new);
        return MonitorClassifier.classify(
                aFleetSince(startedAt, monitors), MonitorScope.EVERYTHING, List.of(), memory, NOW);
    }
}
