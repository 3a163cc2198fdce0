package com.elytracloud.status.config;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.smallrye.common.annotation.Identifier;

import com.elytracloud.status.run.MonitorSource;

/** Which monitoring service is read: the one that is configured. The only class that knows more than one. */
@Singleton
public final class SourceChoice implements SettingsSection {
    private final Variables variables;
    private final List<MonitoringService> configured;

    /** Reads the section. */
    public SourceChoice(Variables variables) {
        this.variables = variables;
        this.configured = Arrays.stream(MonitoringService.values())
                .filter(service -> service.isConfigured(variables))
                .toList();
    }

    @Override
    public List<Problem> problems() {
        return switch (configured.size()) {
            case 0 ->
                List.of(new Problem(
                        "UPTIME_KUMA_URL",
                        "is not set; it is the base address of Uptime Kuma and needs UPTIME_KUMA_API_KEY or"
                                + " UPTIME_KUMA_STATUS_PAGE as well; to read Better Stack set BETTER_STACK_TOKEN"
                                + " instead"));
            case 1 -> List.of();
            default ->
                List.of(new Problem(
                        firstOf(configured.get(1)),
                        "is set and %s too; allowed is one monitoring service".formatted(firstOf(configured.get(0)))));
        };
    }

    @Override
    public boolean servesFor(Capability capability) {
        return EnumSet.of(Capability.READ_MONITORS, Capability.ASSESS, Capability.PUBLISH)
                .contains(capability);
    }

    /** The configured service; with none or several the settings are rejected before any request. */
    MonitoringService chosen() {
        return configured.isEmpty() ? MonitoringService.UPTIME_KUMA : configured.get(0);
    }

    /** The source that is identified by the chosen service; those of the others are never made. */
    @Produces
    @Singleton
    MonitorSource source(@Any Instance<MonitorSource> sources) {
        return sources.select(Identifier.Literal.of(chosen().name())).get();
    }

    private String firstOf(MonitoringService service) {
        return service.setOf(variables).get(0);
    }
}
