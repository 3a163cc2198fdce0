package com.elytracloud.status.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;

/** A row for each variable that is set, should be set or looks misspelt; shows its name and never its value. */
@Singleton
record SettingsCheck(Settings settings, Variables variables, Config config) implements HealthCheck {
    @Override
    public Part part() {
        return Part.SETTINGS;
    }

    @Override
    public DoctorReport examine(DoctorReport report) {
        Set<String> fine = new TreeSet<>(variables.found());
        for (Problem problem :
                settings.problems(EnumSet.complementOf(EnumSet.of(Capability.WATCH, Capability.TRIGGER)))) {
            fine.remove(problem.variable());
            report.fail(problem.variable(), problem.sentence(), "settings.wrong");
        }
        for (Problem problem : settings.problems(Set.of(Capability.WATCH))) {
            if (fine.remove(problem.variable())
                    || report.rows().stream().noneMatch(row -> row.name().equals(problem.variable()))) {
                report.warn(problem.variable(), problem.sentence() + "; the watchdog needs it", "settings.wrong");
            }
        }
        for (Problem problem : KnownVariables.unknown(config)) {
            report.warn(problem.variable(), problem.sentence(), "settings.unknown");
        }
        String file = System.getProperty(EnvFile.PROPERTY, "");
        if (isReadableByOthers(Path.of(file))) {
            report.warn(".env file", "can be read by every user of this machine", "settings.file", file);
        }
        fine.forEach(name -> report.ok(name, "is set"));
        return report;
    }

    private static boolean isReadableByOthers(Path file) {
        try {
            return Files.isRegularFile(file)
                    && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false; // a file system without such permissions
        }
    }
}
