package com.elytracloud.status.function;

import jakarta.inject.Inject;

import io.quarkus.funqy.Funq;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.run.WatchReport;
import com.elytracloud.status.run.WatchRun;
import com.elytracloud.status.watch.WatchConfig;

/** The watchdog's schedule's target: one look at the public site; needs its address and the channels only. */
public final class WatchdogFunction {
    private final Settings settings;
    private final WatchConfig config;
    private final WatchRun run;

    @Inject
    WatchdogFunction(Settings settings, WatchConfig config, WatchRun run) {
        this.settings = settings;
        this.config = config;
        this.run = run;
    }

    /**
     * Looks once.
     *
     * @param event may be null or empty; every event is a look
     * @throws RuntimeException if something was due and reached nobody, so that the platform counts an error
     */
    @Funq
    public WatchReport watchdog(ScheduledEvent event) {
        settings.require(Purpose.WATCH);
        return run.watch(config.address());
    }
}
