package com.elytracloud.status.config;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

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
    private final SettingsWarnings warnings;

    SettingsCheck(Settings settings, Variables variables, SettingsWarnings warnings) {
        this.settings = settings;
        this.variables = variables;
        this.warnings = warnings;
    }

    @Override
    public Part part() {
        return Part.SETTINGS;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        List<Problem> problems = settings.problems(EnumSet.complementOf(EnumSet.of(Capability.WATCH)));
        List<Problem> ofTheWatchdog = settings.problems(Set.of(Capability.WATCH)).stream()
                .filter(problem -> problems.stream().noneMatch(other -> isOfTheSame(problem, other)))
                .toList();
        Set<String> troubled = Stream.concat(problems.stream(), ofTheWatchdog.stream())
                .map(Problem::variable)
                .collect(Collectors.toUnmodifiableSet());
        return Stream.of(
                        problems.stream().map(problem -> part().red(problem.variable(), problem.sentence(), WHERE)),
                        ofTheWatchdog.stream().map(SettingsCheck::forTheWatchdog),
                        warnings.unknownNames().stream()
                                .map(name -> part().amber(name.variable(), name.sentence(), "Correct or remove it.")),
                        warnings.exposedFile().stream()
                                .map(seen -> part().amber(".env file", seen, "It holds secrets: chmod 600 the file.")),
                        variables.found().stream()
                                .filter(name -> !troubled.contains(name))
                                .sorted()
                                .map(name -> part().green(name, "is set")))
                .flatMap(rows -> rows)
                .toList();
    }

    private static DoctorReport forTheWatchdog(Problem problem) {
        return Part.SETTINGS.amber(
                problem.variable(),
                problem.sentence() + "; without it the published site cannot be checked from outside",
                WHERE);
    }

    private static boolean isOfTheSame(Problem one, Problem other) {
        return one.variable().equals(other.variable());
    }
}
