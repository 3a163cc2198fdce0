package com.elytracloud.status.function;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.run.AlertedRun;
import com.elytracloud.status.run.WatchRun;

/**
 * On Lambda, does at start what need not wait for the first event: refuses bad settings and builds the clients. A
 * function that is restored from a snapshot starts so a second time, with the settings and credentials of that moment.
 */
final class FunctionStart {
    private static final Logger LOG = Logger.getLogger(FunctionStart.class);
    private static final String ONLY_ON_LAMBDA = "AWS_LAMBDA_RUNTIME_API";
    private static final String WATCHDOG = "watchdog";

    private final String function;
    private final Provider<Settings> settings;
    private final Provider<AlertedRun> run;
    private final Provider<WatchRun> watch;

    FunctionStart(
            @ConfigProperty(name = "quarkus.funqy.export") String function,
            Provider<Settings> settings,
            Provider<AlertedRun> run,
            Provider<WatchRun> watch) {
        this.function = function;
        this.settings = settings;
        this.run = run;
        this.watch = watch;
    }

    void prepare(@Observes StartupEvent start, Variables variables, Snapshot snapshot) {
        if (variables.find(ONLY_ON_LAMBDA).isEmpty()) {
            return;
        }
        prepare();
        snapshot.await(this::prepare);
    }

    private void prepare() {
        if (function.equals(WATCHDOG)) {
            settings.get().require(Purpose.WATCH);
            watch.get();
        } else {
            settings.get().require(Purpose.PUBLISH);
            prepare(run.get());
        }
    }

    private static void prepare(AlertedRun run) {
        try {
            run.prepare();
        } catch (RuntimeException e) {
            // The run will meet it again, and has somebody to tell it to.
            LOG.warn("not all could be made ready: the first run will take longer", e);
        }
    }
}
