package com.elytracloud.status.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.smallrye.common.annotation.Identifier;

import com.elytracloud.status.run.MonitorSource;

/**
 * Which monitoring service is read. The only class that knows more than one.
 *
 * @param chosen the configured one; with none or several the settings are rejected before any request
 */
@Singleton
public record SourceChoice(SettingsReader reader, MonitoringService chosen) implements SettingsSection {
    /** Reads the section. */
    @Inject
    public SourceChoice(Variables variables) {
        this(
                variables,
                Arrays.stream(MonitoringService.values())
                        .filter(service -> service.firstSet(variables).isPresent())
                        .toList());
    }

    private SourceChoice(Variables variables, List<MonitoringService> configured) {
        this(
                new SettingsReader(variables, MonitoringService.NEEDED_FOR),
                configured.isEmpty() ? MonitoringService.UPTIME_KUMA : configured.get(0));
        if (configured.isEmpty()) {
            reader.refuse(
                    "UPTIME_KUMA_URL",
                    "is not set; it is the base address of Uptime Kuma and needs UPTIME_KUMA_API_KEY or"
                            + " UPTIME_KUMA_STATUS_PAGE as well; to read Better Stack set BETTER_STACK_TOKEN instead");
        }
        configured.stream().skip(1).forEach(other -> {
            String variable = other.firstSet(variables).orElseThrow();
            String first = chosen.firstSet(variables).orElseThrow();
            reader.refuse(variable, "is set and %s too; allowed is one monitoring service", first);
        });
    }

    /** The source that is identified by the chosen service; those of the others are never made. */
    @Produces
    @Singleton
    MonitorSource source(@Any Instance<MonitorSource> sources) {
        return sources.select(Identifier.Literal.of(chosen.name())).get();
    }

    /** The monitoring services that can be read; setting any of its variables configures one. */
    public enum MonitoringService {
        UPTIME_KUMA("UPTIME_KUMA_URL", "UPTIME_KUMA_API_KEY", "UPTIME_KUMA_STATUS_PAGE"),
        BETTER_STACK("BETTER_STACK_TOKEN", "BETTER_STACK_URL");

        static final Set<Capability> NEEDED_FOR =
                Set.of(Capability.READ_MONITORS, Capability.ASSESS, Capability.PUBLISH);

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
}
