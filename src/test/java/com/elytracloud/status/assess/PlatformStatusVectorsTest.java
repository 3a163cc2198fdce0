package com.elytracloud.status.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.PlatformVerdict;
import com.elytracloud.status.testing.MonitorBuilder;
import com.elytracloud.status.testing.ScopeBuilder;
import com.elytracloud.status.testing.Vectors;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.MonitorBuilder.aFleet;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static com.elytracloud.status.testing.Readings.found;
import static com.elytracloud.status.testing.ScopeBuilder.aScope;
import static org.assertj.core.api.Assertions.assertThat;

class PlatformStatusVectorsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void thePlatformIsJudgedAsAgreed(Vector vector) {
        PlatformVerdict verdict = PlatformAssessor.assess(classed(vector).inScope());

        assertThat(verdict)
                .isEqualTo(new PlatformVerdict(
                        PlatformStatus.valueOf(vector.expected.status.toUpperCase(Locale.ROOT)),
                        vector.expected.reason));
    }

    static List<Vector> vectors() {
        return Vectors.of("platform-status", Vector.class);
    }

    private static ClassifiedMonitors classed(Vector vector) {
        ScopeBuilder scope = aScope();
        List<MonitorBuilder> monitors = new ArrayList<>();
        List<String> critical = new ArrayList<>();
        for (int i = 0; i < vector.monitors.size(); i++) {
            VectorMonitor monitor = vector.monitors.get(i);
            String id = String.valueOf(i);
            monitors.add(aMonitor(id).is(state(monitor.state)));
            scope.weight(id, monitor.weight);
            if (monitor.critical) {
                critical.add(id);
            }
        }
        for (int i = 0; i < vector.control.size(); i++) {
            monitors.add(aMonitor(controlId(i)).is(state(vector.control.get(i))));
        }
        scope.critical(critical.toArray(String[]::new));
        scope.controls(IntStream.range(0, vector.control.size())
                .mapToObj(PlatformStatusVectorsTest::controlId)
                .toArray(String[]::new));
        return found(MonitorClassifier.classify(
                aFleet(monitors.toArray(MonitorBuilder[]::new)), scope.scope(), List.of(), KnownMonitors.NONE, NOW));
    }

    private static String controlId(int index) {
        return "control-" + index;
    }

    private static Monitor.State state(String letter) {
        return switch (letter) {
            case "U" -> Monitor.State.UP;
            case "D" -> Monitor.State.DOWN;
            case "M" -> Monitor.State.MAINTENANCE;
            case "X" -> Monitor.State.UNRECOGNISED;
            default -> throw new IllegalArgumentException("a class is U, D, M or X, not " + letter);
        };
    }

    record Vector(String name, List<VectorMonitor> monitors, List<String> control, Expected expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    record VectorMonitor(String state, int weight, boolean critical) {}

    record Expected(String status, String reason) {}
}
