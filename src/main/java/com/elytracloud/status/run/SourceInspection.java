package com.elytracloud.status.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Singleton;

import com.elytracloud.status.assess.BackupAssessor;
import com.elytracloud.status.assess.MonitorClassifier;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.Reading.Found;
import com.elytracloud.status.domain.RunState;

/** Reads and evaluates one source for the operator, with the state of the runs if it can be read; publishes nothing. */
@Singleton
public record SourceInspection(
        Clock clock, MonitorSource monitorSource, BackupSource backupSource, StateStore store, RunSettings settings) {
    public Reading<Monitors> monitors() {
        Instant now = clock.instant();
        RunState known = state();
        return monitorSource.read(now, Deadline.in(settings.deadline())).then(fleet -> MonitorClassifier.classify(
                        fleet, settings.rules().scope(), settings.rules().components(), known.monitors(), now)
                .then(classed -> new Found<>(new Monitors(fleet, classed))));
    }

    public Reading<BackupVerdict> backups() {
        Instant now = clock.instant();
        RunState known = state();
        return backupSource
                .read(now, Deadline.in(settings.deadline()))
                .then(listing -> new Found<>(BackupAssessor.assess(
                        new Found<>(listing), settings.rules().backups(), known.backups(), now)));
    }

    private RunState state() {
        return store.read(Deadline.in(Duration.ofSeconds(3))).state();
    }

    /** What the source lists, and the class of each monitor. */
    public record Monitors(MonitorFleet fleet, ClassifiedMonitors classed) {}
}
