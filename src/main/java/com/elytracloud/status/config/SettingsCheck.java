package com.elytracloud.status.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;

/** A row for each variable that is set, should be set or looks misspelt; shows its name and never its value. */
@Singleton
record SettingsCheck(Settings settings, Variables variables, Config config) implements HealthCheck {
    private static final String WHERE = "Set it in the environment or in a line of .env; .env.example explains it.";
    private static final String FILE = ".env file";

    @Override
    public Part part() {
        return Part.SETTINGS;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        Map<String, DoctorReport> rows = new TreeMap<>();
        // From the least to the most important: the last row of a variable counts.
        variables.found().forEach(name -> rows.put(name, part().ok(name, "is set")));
        KnownVariables.unknown(config)
                .forEach(problem -> rows.put(
                        problem.variable(),
                        part().warn(problem.variable(), problem.sentence(), "Correct or remove it.")));
        settings.problems(Set.of(Capability.WATCH))
                .forEach(problem -> rows.put(
                        problem.variable(),
                        part().warn(
                                        problem.variable(),
                                        problem.sentence()
                                                + "; without it the published site cannot be checked from outside",
                                        WHERE)));
        settings.problems(EnumSet.complementOf(EnumSet.of(Capability.WATCH)))
                .forEach(problem ->
                        rows.put(problem.variable(), part().fail(problem.variable(), problem.sentence(), WHERE)));
        String file = System.getProperty(EnvFile.PROPERTY, "");
        if (isReadableByOthers(Path.of(file))) {
            rows.put(
                    FILE,
                    part().warn(
                                    FILE,
                                    "can be read by every user of this machine",
                                    "It holds secrets: chmod 600 " + file));
        }
        return List.copyOf(rows.values());
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
