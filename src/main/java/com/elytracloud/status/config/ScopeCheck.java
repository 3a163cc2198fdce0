package com.elytracloud.status.config;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.elytracloud.status.assess.MonitorClassifier;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.Reading.Found;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;
import com.elytracloud.status.run.MonitorSource;
import com.elytracloud.status.run.RunSettings;

/** Compares the ids in the settings with those of the configured source. */
@Singleton
record ScopeCheck(Settings settings, RunSettings run, MonitorSource source) implements HealthCheck {
    private static final String SCOPE = "monitors in scope";

    @Override
    public Part part() {
        return Part.MONITORS;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        if (!settings.problems(Set.of(Capability.READ_MONITORS)).isEmpty()) {
            return List.of(part().skipped(SCOPE, "not tried: settings of the monitors are wrong"));
        }
        // A source that does not respond fails in a row of its own package.
        return source.read(now, deadline)
                .then(fleet -> MonitorClassifier.classify(
                                fleet, run.rules().scope(), run.rules().components(), KnownMonitors.NONE, now)
                        .then(classed -> new Found<>(compare(fleet, classed))))
                .fold(
                        rows -> rows,
                        () -> List.of(part().fail(
                                        SCOPE,
                                        "the source watches nothing",
                                        "Make a monitor there; until then the status is unknown.")),
                        failure -> List.of(part().skipped(SCOPE, "not known: " + failure)));
    }

    private List<DoctorReport> compare(MonitorFleet fleet, ClassifiedMonitors classed) {
        List<DoctorReport> rows = new ArrayList<>();
        rows.add(part().require(
                        !classed.scope().isEmpty(),
                        SCOPE,
                        "%d of %d count"
                                .formatted(
                                        classed.scope().size(), fleet.readings().size()),
                        "Name the ids that count in MONITOR_IDS; \"elytra monitors\" lists them."));
        String unknown = classed.inScope().stream()
                .filter(monitor -> monitor.monitorClass() == MonitorClass.UNKNOWN)
                .map(monitor -> "%s: %s".formatted(monitor.id(), monitor.reason()))
                .collect(Collectors.joining("; "));
        if (!unknown.isEmpty()) {
            rows.add(part().warn(
                            "unknown monitors",
                            unknown,
                            "Check them in the monitoring service; \"elytra monitors\" shows why each is unknown."));
        }
        Set<MonitorId> listed =
                fleet.readings().stream().map(MonitorReading::id).collect(Collectors.toUnmodifiableSet());
        ids().forEach((variable, ids) -> {
            Set<MonitorId> missing = new TreeSet<>(ids);
            missing.removeAll(listed);
            if (!missing.isEmpty()) {
                rows.add(part().fail(
                                "ids of " + variable,
                                "the source lists no %s".formatted(missing),
                                ("Correct %s, or resume the monitor: an id that is absent counts as unknown."
                                                + " \"elytra monitors\" lists the ids.")
                                        .formatted(variable)));
            }
        });
        return rows;
    }

    private Map<String, Set<MonitorId>> ids() {
        MonitorScope scope = run.rules().scope();
        return new TreeMap<>(Map.of(
                "MONITOR_IDS", scope.only(),
                "CRITICAL_MONITOR_IDS", scope.critical(),
                "CONTROL_MONITOR_IDS", scope.controls(),
                "MONITOR_WEIGHTS", scope.weights().keySet(),
                "COMPONENTS",
                        run.rules().components().stream()
                                .flatMap(component -> component.monitors().stream())
                                .collect(Collectors.toUnmodifiableSet())));
    }
}
