package com.elytracloud.status.config;

import java.util.Set;
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
    public DoctorReport examine(DoctorReport report) {
        if (!settings.problems(Set.of(Capability.READ_MONITORS)).isEmpty()) {
            return report.skipped(SCOPE, "settings of the monitors are wrong");
        }
        // A source that does not respond fails in a row of its own package.
        return source.read(report.now(), report.deadline())
                .then(fleet -> MonitorClassifier.classify(
                                fleet, run.rules().scope(), run.rules().components(), KnownMonitors.NONE, report.now())
                        .then(classed -> new Found<>(compare(report, fleet, classed))))
                .fold(
                        compared -> compared,
                        () -> report.fail(SCOPE, "the source watches nothing", "monitors.none"),
                        failure -> report.skipped(SCOPE, "not known: " + failure));
    }

    private DoctorReport compare(DoctorReport report, MonitorFleet fleet, ClassifiedMonitors classed) {
        int count = classed.scope().size();
        report.require(
                count > 0,
                SCOPE,
                "%d of %d count".formatted(count, fleet.readings().size()),
                "monitors.scope");
        String unknown = classed.inScope().stream()
                .filter(monitor -> monitor.monitorClass() == MonitorClass.UNKNOWN)
                .map(monitor -> "%s: %s".formatted(monitor.id(), monitor.reason()))
                .collect(Collectors.joining("; "));
        if (!unknown.isEmpty()) {
            report.warn("unknown monitors", unknown, "monitors.unknown");
        }
        Set<MonitorId> listed =
                fleet.readings().stream().map(MonitorReading::id).collect(Collectors.toSet());
        Set<MonitorId> components = run.rules().components().stream()
                .flatMap(component -> component.monitors().stream())
                .collect(Collectors.toSet());
        MonitorScope scope = run.rules().scope();
        requireListed(report, listed, "COMPONENTS", components);
        requireListed(report, listed, "CONTROL_MONITOR_IDS", scope.controls());
        requireListed(report, listed, "CRITICAL_MONITOR_IDS", scope.critical());
        requireListed(report, listed, "MONITOR_IDS", scope.only());
        requireListed(report, listed, "MONITOR_WEIGHTS", scope.weights().keySet());
        return report;
    }

    private static void requireListed(DoctorReport report, Set<MonitorId> listed, String variable, Set<MonitorId> ids) {
        Set<MonitorId> missing = new TreeSet<>(ids);
        missing.removeAll(listed);
        if (!missing.isEmpty()) {
            report.fail("ids of " + variable, "the source lists no " + missing, "monitors.ids", variable);
        }
    }
}
