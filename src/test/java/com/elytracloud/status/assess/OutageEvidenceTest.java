package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.testing.MonitorBuilder;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static com.elytracloud.status.testing.MonitorBuilder.aFleet;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static com.elytracloud.status.testing.Readings.found;
import static com.elytracloud.status.testing.ScopeBuilder.aScope;
import static org.assertj.core.api.Assertions.assertThat;

class OutageEvidenceTest {
    private static final String[] LASTING = {"PT5M30S", "PT3M", "PT30S"};

    @ParameterizedTest(name = "beats {0} ago: {1}")
    @CsvSource({
        "PT5M PT2M PT0S, true",
        "PT4M59S PT2M PT0S, false",
        "PT5M PT0S, false",
        "PT6M PT5M PT4M PT3M PT2M PT1M PT0S, true",
        "PT4M PT3M PT2M PT1M PT0S, false",
    })
    void threeOrMoreDownBeatsOverFiveMinutesConfirm(String agos, boolean confirms) {
        MonitorBuilder down = aMonitor("1").down().withBeats(agos.split(" "));

        assertThat(confirms(aScope().critical("1").scope(), down)).isEqualTo(confirms);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aBeatWithoutAReadableTimeConfirmsNothing(int undated) {
        List<Heartbeat> beats = new ArrayList<>();
        Stream.of(LASTING).forEach(each -> beats.add(new Heartbeat(ago(each), Monitor.State.DOWN)));
        beats.set(undated, new Heartbeat(Heartbeat.UNDATED, Monitor.State.DOWN));
        MonitorBuilder down = aMonitor("1").down().with(beats.toArray(Heartbeat[]::new));

        assertThat(confirms(aScope().critical("1").scope(), down)).isFalse();
    }

    @Test
    void aBeatThatWasNotDownBreaksTheRow() {
        MonitorReading down = aMonitor("1").down().reading();
        MonitorReading flapping = new MonitorReading(
                down.monitor(),
                true,
                Monitor.State.DOWN,
                List.of(
                        new Heartbeat(ago("PT9M"), Monitor.State.DOWN),
                        new Heartbeat(ago("PT6M"), Monitor.State.PENDING),
                        new Heartbeat(ago("PT3M"), Monitor.State.DOWN),
                        new Heartbeat(ago("PT1M"), Monitor.State.DOWN)),
                down.uptime());
        MonitorFleet fleet = new MonitorFleet(List.of(flapping), 0, Instant.MIN);

        assertThat(confirms(aScope().critical("1").scope(), fleet)).isFalse();
    }

    @Test
    void withACriticalMonitorDownTheOthersDoNotDecide() {
        MonitorScope scope = aScope().critical("1").scope();

        assertThat(confirms(scope, aMonitor("1").down(), aMonitor("2").down().withBeats(LASTING)))
                .isFalse();
    }

    @Test
    void anyOfTheMajorityConfirms() {
        assertThat(confirms(
                        aScope().scope(),
                        aMonitor("1").down(),
                        aMonitor("2").down().withBeats(LASTING),
                        aMonitor("3")))
                .isTrue();
    }

    @Test
    void aMonitorOutsideTheScopeConfirmsNothing() {
        MonitorScope scope = aScope().only("1").scope();

        assertThat(confirms(scope, aMonitor("1").down(), aMonitor("2").down().withBeats(LASTING)))
                .isFalse();
    }

    private static boolean confirms(MonitorScope scope, MonitorBuilder... monitors) {
        return confirms(scope, aFleet(monitors));
    }

    private static boolean confirms(MonitorScope scope, MonitorFleet fleet) {
        ClassifiedMonitors classed =
                found(MonitorClassifier.classify(fleet, scope, List.of(), KnownMonitors.NONE, NOW));
        return PlatformAssessor.isEvident(classed.inScope());
    }
}
