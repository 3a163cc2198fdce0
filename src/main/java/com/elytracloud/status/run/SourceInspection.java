package com.elytracloud.status.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import jakarta.inject.Singleton;

import com.elytracloud.status.assess.BackupAssessor;
import com.elytracloud.status.assess.MonitorClassifier;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupState;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.Reading;

/** Reads and evaluates one source for the operator; publishes nothing. */
@Singleton
public final class SourceInspection {
    private static final Duration READING_STATE = Duration.ofSeconds(3);

    private final Clock clock;
    private final MonitorSource monitors;
    private final BackupSource backups;
    private final StateStore memory;
    private final RunSettings settings;

    SourceInspection(
            Clock clock, MonitorSource monitors, BackupSource backups, StateStore memory, RunSettings settings) {
        this.clock = clock;
        this.monitors = monitors;
        this.backups = backups;
        this.memory = memory;
        this.settings = settings;
    }

    public Reading<Monitors> monitors() {
        Instant now = clock.instant();
        KnownMonitors known = memory.read(Deadline.in(READING_STATE)).state().monitors();
        return monitors.read(now, Deadline.in(settings.deadline())).then(fleet -> classify(fleet, known, now));
    }

    /** Lists the backups and evaluates them with the state of the runs, if it can be read. */
    public Reading<BackupVerdict> backups() {
        Instant now = clock.instant();
        BackupState known = memory.read(Deadline.in(READING_STATE)).state().backups();
        return backups.read(now, Deadline.in(settings.deadline()))
                .then(listing -> new Reading.Found<>(BackupAssessor.assess(
                        new Reading.Found<>(listing), settings.rules().backups(), known, now)));
    }

    public Instant now() {
        return clock.instant();
    }

    public BackupPolicy backupPolicy() {
        return settings.rules().backups();
    }

    private Reading<Monitors> classify(MonitorFleet fleet, KnownMonitors known, Instant now) {
        return MonitorClassifier.classify(
                        fleet, settings.rules().scope(), settings.rules().components(), known, now)
                .then(classed -> new Reading.Found<>(new Monitors(fleet, classed)));
    }

    /** What the source lists, and the class of each monitor. */
    public record Monitors(MonitorFleet fleet, ClassifiedMonitors classed) {}
}
