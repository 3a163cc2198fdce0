package com.elytracloud.status.betterstack;

import jakarta.inject.Singleton;

import io.smallrye.common.annotation.Identifier;

import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;

/** Checks whether Better Stack responds, accepts the token and lists monitors; no row unless it is configured. */
@Singleton
record BetterStackCheck(BetterStackConfig config, BetterStackMonitorSource source) implements HealthCheck {
    private static final String SERVICE = "Better Stack";

    // Not on the component: the accessor would be taken for a producer of the source.
    BetterStackCheck(BetterStackConfig config, @Identifier("BETTER_STACK") BetterStackMonitorSource source) {
        this.config = config;
        this.source = source;
    }

    @Override
    public Part part() {
        return Part.MONITORS;
    }

    @Override
    public DoctorReport examine(DoctorReport report) {
        if (!config.servesFor(Capability.READ_MONITORS)) {
            return report;
        }
        if (!config.problems().isEmpty()) {
            return report.skipped(SERVICE, "its settings are wrong");
        }
        return source.monitors(report.now(), report.deadline())
                .fold(
                        monitors ->
                                report.ok(SERVICE, "accepts the token, lists %d monitors".formatted(monitors.size())),
                        () -> report,
                        failure -> report.fail(SERVICE, failure, "betterstack.failure"));
    }
}
