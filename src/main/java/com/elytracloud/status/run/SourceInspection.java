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
import com.elytracloud.status.domain.ClassedFleet;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorMemory;
import com.elytracloud.status.domain.Reading;

/** Shows the operator what one source says now and what we make of it; publishes nothing. */
@Singleton
public final class SourceInspection {
    private static final Duration REMEMBERING = Duration.ofSeconds(3);

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

    /** Asks the monitoring service. */
    public Reading<Monitors> monitors() {
        Instant now = clock.instant();
        MonitorMemory known = memory.read(Deadline.in(REMEMBERING)).state().monitors();
        return monitors.read(now, Deadline.in(settings.deadline())).then(fleet -> classify(fleet, known, now));
    }

    /** Looks into the storage of the backups, with what the runs remember, if that can be read. */
    public Reading<BackupVerdict> backups() {
        Instant now = clock.instant();
        BackupState known = memory.read(Deadline.in(REMEMBERING)).state().backups();
        return backups.read(now, Deadline.in(settings.deadline()))
                .then(listing -> new Reading.Found<>(BackupAssessor.assess(
                        new Reading.Found<>(listing), settings.rules().backups(), known, now)));
    }

    /** The instant of now, by which ages are told. */
    public Instant now() {
        return clock.instant();
    }

    /** What is promised of the backups. */
    public BackupPolicy backupPolicy() {
        return settings.rules().backups();
    }

    private Reading<Monitors> classify(MonitorFleet fleet, MonitorMemory known, Instant now) {
        return MonitorClassifier.classify(
                        fleet, settings.rules().scope(), settings.rules().components(), known, now)
                .then(classed -> new Reading.Found<>(new Monitors(fleet, classed)));
    }

    /** What the source says of each monitor, and the class we give it. */
    public record Monitors(MonitorFleet fleet, ClassedFleet classed) {}
}
