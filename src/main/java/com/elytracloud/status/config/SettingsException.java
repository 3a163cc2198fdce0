package com.elytracloud.status.config;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used as they are; reports all problems together. */
public final class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems at least one */
    public SettingsException(List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining(
                        "\n  ", "the configuration has %d problem(s):\n  ".formatted(problems.size()), "")));
        this.problems = List.copyOf(problems);
    }

    /** Each problem, in the order of the settings. */
    public List<Problem> problems() {
        return problems;
    }
}
