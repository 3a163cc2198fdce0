package com.elytracloud.status.config;

import java.util.List;

/** The monitoring services that can be read; setting any of its variables configures one. */
public enum MonitoringService {
    UPTIME_KUMA,
    BETTER_STACK;

    /** Whether the operator set anything of it. */
    public boolean isConfigured(Variables operators) {
        return !setOf(operators).isEmpty();
    }

    /** The variables of it that the operator set, the most specific first. */
    List<String> setOf(Variables operators) {
        return variables().stream()
                .filter(variable -> operators.find(variable).isPresent())
                .toList();
    }

    private List<String> variables() {
        return switch (this) {
            case UPTIME_KUMA -> List.of("UPTIME_KUMA_URL", "UPTIME_KUMA_API_KEY", "UPTIME_KUMA_STATUS_PAGE");
            case BETTER_STACK -> List.of("BETTER_STACK_TOKEN", "BETTER_STACK_URL");
        };
    }
}
