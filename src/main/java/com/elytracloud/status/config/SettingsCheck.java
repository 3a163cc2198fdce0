package com.elytracloud.status.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;

/** A row for each variable that is set, should be set or looks misspelt; shows its name and never its value. */
@Singleton
final class SettingsCheck implements HealthCheck {
    private static final String WHERE = "Set it in the environment or in a line of .env; .env.example explains it.";

    private final Settings settings;
    private final Variables variables;
    private final Config config;

    SettingsCheck(Settings settings, Variables variables, Config config) {
        this.settings = settings;
        this.variables = variables;
        this.config = config;
    }

    @Override
    public Part part() {
        return Part.SETTINGS;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        List<DoctorReport> rows = new ArrayList<>();
        settings.problems(EnumSet.complementOf(EnumSet.of(Capability.WATCH, Capability.TRIGGER)))
                .forEach(problem -> rows.add(part().red(problem.variable(), problem.sentence(), WHERE)));
        Set<String> wrong = rows.stream().map(DoctorReport::name).collect(Collectors.toUnmodifiableSet());
        settings.problems(Set.of(Capability.WATCH)).stream()
                .filter(problem -> !wrong.contains(problem.variable()))
                .map(problem -> part().amber(
                                problem.variable(),
                                problem.sentence() + "; without it the published site cannot be checked from outside",
                                WHERE))
                .forEach(rows::add);
        KnownVariables.unknown(config)
                .forEach(name -> rows.add(part().amber(name.variable(), name.sentence(), "Correct or remove it.")));
        if (isReadableByOthers(Path.of(System.getProperty(EnvFile.PROPERTY, "")))) {
            rows.add(part().amber(
                            ".env file",
                            "can be read by every user of this machine",
                            "It holds secrets: chmod 600 " + System.getProperty(EnvFile.PROPERTY)));
        }
        Set<String> named = rows.stream().map(DoctorReport::name).collect(Collectors.toUnmodifiableSet());
        variables.found().stream()
                .filter(name -> !named.contains(name))
                .sorted()
                .forEach(name -> rows.add(part().green(name, "is set")));
        return rows;
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
