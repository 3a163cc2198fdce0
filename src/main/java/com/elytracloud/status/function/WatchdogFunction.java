package com.elytracloud.status.function;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.Funq;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.run.AlertDeliveryException;
import com.elytracloud.status.run.WatchdogReport;
import com.elytracloud.status.run.WatchdogRun;
import com.elytracloud.status.watch.WatchdogConfig;

/** The target of the watchdog's schedule: one check of the public site; needs its address and the channels only. */
public record WatchdogFunction(
        Settings settings, WatchdogConfig config, WatchdogRun run, SecretRefresher secrets, Variables variables) {
    /**
     * Checks once.
     *
     * @param event may be null or anything; every event is a check
     * @throws RuntimeException if an alert was due and no channel delivered it, so that the platform counts an error
     */
    @Funq
    public WatchdogReport watchdog(JsonNode event) {
        String name = MetricLine.functionName(variables);
        try {
            WatchdogReport report = secrets.call(() -> {
                settings.require(Capability.WATCH);
                return run.watch(config.address());
            });
            MetricLine.of(name, report).write();
            return report;
        } catch (AlertDeliveryException e) {
            MetricLine.of(name, e.report()).write();
            throw e;
        }
    }
}
