package com.elytracloud.status.config;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsSection.Capability;

/** All sections of the settings together. */
@Singleton
public record Settings(Iterable<? extends SettingsSection> sections) {
    private static final int SHORTEST_MASKED = 4;

    @Inject
    Settings(@Any Instance<SettingsSection> sections) {
        this((Iterable<SettingsSection>) sections);
    }

    /**
     * Validates that everything needed for a capability is configured.
     *
     * @throws SettingsException with all problems together
     */
    public void require(Capability capability) {
        List<Problem> problems = problems(Set.of(capability));
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    /** Every problem that prevents one of these capabilities, by the variable's name. */
    public List<Problem> problems(Set<Capability> capabilities) {
        return all().filter(section -> capabilities.stream().anyMatch(section::servesFor))
                .flatMap(section -> section.problems().stream())
                .map(this::withoutSecrets)
                .distinct()
                .sorted(Comparator.comparing(Problem::variable))
                .toList();
    }

    /** Every secret of every section. */
    public Set<Secret> secrets() {
        return all().flatMap(section -> section.secrets().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Every internal name of every section. */
    public Set<String> internalNames() {
        return all().flatMap(section -> section.internalNames().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<? extends SettingsSection> all() {
        return StreamSupport.stream(sections.spliterator(), false);
    }

    // A problem may repeat the value of a variable, and someone may have put a secret into the wrong one. Shorter
    // values stand in any sentence by chance.
    private Problem withoutSecrets(Problem problem) {
        String sentence = problem.sentence();
        for (Secret secret : secrets()) {
            if (secret.value().length() >= SHORTEST_MASKED) {
                sentence = sentence.replace(secret.value(), secret.toString());
            }
        }
        return new Problem(problem.variable(), sentence);
    }
}
