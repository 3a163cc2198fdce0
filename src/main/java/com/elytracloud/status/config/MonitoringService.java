package com.elytracloud.status.config;

import java.util.List;

/** The monitoring services that can be read; setting any of its variables configures one. */
public enum MonitoringService {
    UPTIME_KUMA("UPTIME_KUMA_URL", "UPTIME_KUMA_API_KEY", "UPTIME_KUMA_STATUS_PAGE"),
    BETTER_STACK("BETTER_STACK_TOKEN", "BETTER_STACK_URL");

    /** The most specific first. */
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> variables;

    MonitoringService(String... variables) {
        this.variables = List.of(variables);
    }

    /** Whether the operator set anything of it. */
    public boolean isConfigured(Variables operators) {
        return !setOf(operators).isEmpty();
    }

    /** The variables of it that the operator set, the most specific first. */
    List<String> setOf(Variables operators) {
        return variables.stream()
                .filter(variable -> operators.find(variable).isPresent())
                .toList();
    }
}
