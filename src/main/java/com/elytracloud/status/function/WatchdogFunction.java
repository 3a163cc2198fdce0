package com.elytracloud.status.function;

import jakarta.inject.Inject;

import io.quarkus.funqy.Funq;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.run.UnheardException;
import com.elytracloud.status.run.WatchReport;
import com.elytracloud.status.run.WatchRun;
import com.elytracloud.status.watch.WatchConfig;

/** The watchdog's schedule's target: one look at the public site; needs its address and the channels only. */
public final class WatchdogFunction {
    private final Settings settings;
    private final WatchConfig config;
    private final WatchRun run;
    private final FreshSecrets secrets;
    private final String name;

    @Inject
    WatchdogFunction(Settings settings, WatchConfig config, WatchRun run, FreshSecrets secrets, FunctionName name) {
        this.settings = settings;
        this.config = config;
        this.run = run;
        this.secrets = secrets;
        this.name = name.value();
    }

    /**
     * Looks once.
     *
     * @param event may be null or empty; every event is a look
     * @throws RuntimeException if something was due and reached nobody, so that the platform counts an error
     */
    @Funq
    public WatchReport watchdog(RunEvent event) {
        try {
            secrets.renew();
            settings.require(Purpose.WATCH);
            WatchReport report = run.watch(config.address());
            MetricLine.of(name, report).write();
            return report;
        } catch (UnheardException e) {
            secrets.doubt();
            MetricLine.of(name, e.report()).write();
            throw e;
        } catch (RuntimeException e) {
            secrets.doubt();
            throw e;
        }
    }
}
