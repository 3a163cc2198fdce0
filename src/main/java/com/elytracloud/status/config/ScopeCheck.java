package com.elytracloud.status.config;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.elytracloud.status.assess.Assessor;
import com.elytracloud.status.assess.MonitorClassifier;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;
import com.elytracloud.status.run.MonitorSource;
import com.elytracloud.status.run.RunSettings;

/** Compares the ids in the settings with those of the configured source. */
@Singleton
final class ScopeCheck implements HealthCheck {
    private static final String SCOPE = "monitors in scope";

    private final Settings settings;
    private final RunSettings wanted;
    private final MonitorSource source;

    ScopeCheck(Settings settings, RunSettings wanted, MonitorSource source) {
        this.settings = settings;
        this.wanted = wanted;
        this.source = source;
    }

    @Override
    public Part part() {
        return Part.MONITORS;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        if (!settings.problems(Set.of(Capability.READ_MONITORS)).isEmpty()) {
            return List.of(part().grey(SCOPE, "skipped: settings of the monitors are wrong"));
        }
        // A source that does not respond fails in a row of its own package.
        return source.read(now, deadline)
                .fold(
                        fleet -> compare(fleet, now),
                        () -> List.of(part().red(
                                        SCOPE,
                                        "the source watches nothing",
                                        "Make a monitor there; until then the status is unknown.")),
                        failure -> List.of(part().grey(SCOPE, "not known: the monitors cannot be read")));
    }

    private List<DoctorReport> compare(MonitorFleet fleet, Instant now) {
        Assessor.Rules rules = wanted.rules();
        return MonitorClassifier.classify(fleet, rules.scope(), rules.components(), KnownMonitors.NONE, now)
                .fold(
                        classed -> compare(fleet, classed),
                        () -> List.of(part().grey(SCOPE, "not known")),
                        failure -> List.of(part().amber(
                                        SCOPE,
                                        failure.toString(),
                                        "Wait: the source started a moment ago and does not list everything yet.")));
    }

    private List<DoctorReport> compare(MonitorFleet fleet, ClassifiedMonitors classed) {
        List<DoctorReport> rows = new ArrayList<>();
        int all = fleet.readings().size();
        rows.add(
                classed.scope().isEmpty()
                        ? part().red(
                                        SCOPE,
                                        "none of %d counts".formatted(all),
                                        "Name the ids that count in MONITOR_IDS; \"elytra monitors\" lists them.")
                        : part().green(
                                        SCOPE,
                                        "%d of %d count"
                                                .formatted(classed.scope().size(), all)));
        String unknown = classed.inScope().stream()
                .filter(monitor -> monitor.monitorClass() == MonitorClass.UNKNOWN)
                .map(monitor -> "%s: %s".formatted(monitor.id(), monitor.reason()))
                .collect(Collectors.joining("; "));
        if (!unknown.isEmpty()) {
            rows.add(part().amber(
                            "unknown monitors",
                            unknown,
                            "Check these monitors in the monitoring service; \"elytra monitors\" shows why each is"
                                    + " unknown."));
        }
        Set<MonitorId> known =
                fleet.readings().stream().map(MonitorReading::id).collect(Collectors.toUnmodifiableSet());
        MonitorScope scope = wanted.rules().scope();
        compare("MONITOR_IDS", scope.only(), known).ifPresent(rows::add);
        compare("CRITICAL_MONITOR_IDS", scope.critical(), known).ifPresent(rows::add);
        compare("CONTROL_MONITOR_IDS", scope.controls(), known).ifPresent(rows::add);
        compare("MONITOR_WEIGHTS", scope.weights().keySet(), known).ifPresent(rows::add);
        Set<MonitorId> ofComponents = wanted.rules().components().stream()
                .flatMap(component -> component.monitors().stream())
                .collect(Collectors.toUnmodifiableSet());
        compare("COMPONENTS", ofComponents, known).ifPresent(rows::add);
        return rows;
    }

    private Optional<DoctorReport> compare(String variable, Set<MonitorId> ids, Set<MonitorId> known) {
        Set<MonitorId> missing = new TreeSet<>(ids);
        missing.removeAll(known);
        String name = "ids of " + variable;
        if (missing.isEmpty()) {
            return ids.isEmpty()
                    ? Optional.empty()
                    : Optional.of(part().green(name, "all %d are there".formatted(ids.size())));
        }
        return Optional.of(part().red(
                        name,
                        "the source lists no %s".formatted(missing),
                        ("Correct %s, or resume the monitor: an id that is absent counts as unknown."
                                        + " \"elytra monitors\" lists the ids.")
                                .formatted(variable)));
    }
}
