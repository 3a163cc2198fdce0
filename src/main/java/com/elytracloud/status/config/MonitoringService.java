package com.elytracloud.status.config;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.elytracloud.status.config.SettingsSection.Capability;

/** The monitoring services that can be read; setting any of its variables configures one. */
public enum MonitoringService {
    UPTIME_KUMA("UPTIME_KUMA_URL", "UPTIME_KUMA_API_KEY", "UPTIME_KUMA_STATUS_PAGE"),
    BETTER_STACK("BETTER_STACK_TOKEN", "BETTER_STACK_URL");

    static final Set<Capability> NEEDED_FOR =
            Set.copyOf(EnumSet.of(Capability.READ_MONITORS, Capability.ASSESS, Capability.PUBLISH));

    /** The most specific first. */
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> variables;

    MonitoringService(String... variables) {
        this.variables = List.of(variables);
    }

    /** Reads the section of the service, which is needed only if the operator set anything of it. */
    public SettingsReader reader(Variables operators) {
        return new SettingsReader(operators, firstSet(operators).isPresent() ? NEEDED_FOR : Set.of());
    }

    /** The most specific variable of it that the operator set. */
    Optional<String> firstSet(Variables operators) {
        return variables.stream()
                .filter(variable -> operators.find(variable).isPresent())
                .findFirst();
    }
}
