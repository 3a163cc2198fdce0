package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.elytracloud.status.assess.StatusEvaluation.Evaluated;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.ClassedFleet;
import com.elytracloud.status.domain.ClassedMonitor;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.ComponentVerdict;
import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorNames;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;

/** All readings of one run to one assessment. */
public final class Assessor {
    private Assessor() {}

    /** What the operator wants judged, and by which rules. */
    public record Rules(MonitorScope scope, List<Component> components, BackupPolicy backups) {
        public Rules {
            components = List.copyOf(components);
        }
    }

    /**
     * What a run remembers of the runs before it.
     *
     * @param state {@link RunState#FIRST} on a first run
     * @param kept whether the next run will remember this one; without that an outage could never be confirmed, and the
     *     measured status is told as it is
     */
    public record Memory(RunState state, boolean kept) {
        /** Nothing before and nothing after. */
        public static final Memory NONE = new Memory(RunState.FIRST, false);
    }

    /**
     * Judges one run.
     *
     * @param slot the scheduled slot it was started for; {@link Instant#MIN} if a person started it
     */
    public static Assessment assess(
            Reading<MonitorFleet> monitors,
            Reading<BackupListing> backups,
            Rules rules,
            Memory memory,
            Instant now,
            Instant slot) {
        RunState before = memory.state();
        Reading<ClassedFleet> fleet = monitors.then(
                found -> MonitorClassifier.classify(found, rules.scope(), rules.components(), before.monitors(), now));
        StatusEvaluation evaluation = new StatusEvaluation(rules.scope().critical(), monitors, fleet, now);
        List<Evaluated> components = rules.components().stream()
                .map(component -> evaluation.component(component, before.components()))
                .toList();
        Evaluated platform = evaluation.platform(before.flaps(), components);
        StateKeeper.Kept kept = StateKeeper.advance(
                before,
                new StateKeeper.Run(now, slot, fleet, platform.filtered(), flaps(rules, components), backups),
                rules.backups());
        return new Assessment(
                kept.next(),
                now,
                platform.verdict(memory.kept()),
                names(monitors, fleet, rules),
                kept.uptime(),
                BackupAssessor.assess(backups, rules.backups(), before.backups(), now),
                verdicts(rules, components, memory.kept()));
    }

    private static MonitorNames names(Reading<MonitorFleet> monitors, Reading<ClassedFleet> fleet, Rules rules) {
        Map<MonitorId, String> labels = monitors.fold(
                found -> found.readings().stream()
                        .collect(Collectors.toMap(
                                MonitorReading::id, reading -> reading.monitor().label())),
                Map::of,
                failure -> Map.of());
        return fleet.fold(
                found -> new MonitorNames(
                        named(found, rules, MonitorClass.DOWN, labels),
                        named(found, rules, MonitorClass.UNKNOWN, labels),
                        found.notMonitored().entrySet().stream()
                                .map(each -> label(each.getKey(), labels) + ": " + each.getValue())
                                .sorted()
                                .toList()),
                () -> MonitorNames.NONE,
                failure -> MonitorNames.NONE);
    }

    private static List<String> named(
            ClassedFleet fleet, Rules rules, MonitorClass monitorClass, Map<MonitorId, String> labels) {
        Stream<ClassedMonitor> ofComponents =
                rules.components().stream().flatMap(component -> fleet.of(component).stream());
        return Stream.concat(fleet.inScope().stream(), ofComponents)
                .distinct()
                .filter(monitor -> monitor.monitorClass() == monitorClass)
                .sorted(Comparator.comparing(ClassedMonitor::id))
                .map(monitor -> label(monitor.id(), labels)
                        + (monitorClass == MonitorClass.UNKNOWN ? ": " + monitor.reason() : ""))
                .toList();
    }

    private static String label(MonitorId id, Map<MonitorId, String> labels) {
        return labels.getOrDefault(id, id.value());
    }

    private static Map<String, FlapState> flaps(Rules rules, List<Evaluated> components) {
        Map<String, FlapState> flaps = new HashMap<>();
        for (int i = 0; i < components.size(); i++) {
            flaps.put(
                    rules.components().get(i).id(), components.get(i).filtered().next());
        }
        return flaps;
    }

    private static List<ComponentVerdict> verdicts(Rules rules, List<Evaluated> components, boolean isKept) {
        return IntStream.range(0, components.size())
                .mapToObj(i -> new ComponentVerdict(
                        rules.components().get(i), components.get(i).verdict(isKept)))
                .toList();
    }
}
