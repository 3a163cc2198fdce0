package com.elytracloud.status.function;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.run.AlertedRun;
import com.elytracloud.status.run.WatchRun;

/** On Lambda, does at start what need not wait for the first event: refuses bad settings and builds the clients. */
final class FunctionStart {
    private static final String ONLY_ON_LAMBDA = "AWS_LAMBDA_RUNTIME_API";
    private static final String WATCHDOG = "watchdog";

    private final String function;

    FunctionStart(@ConfigProperty(name = "quarkus.funqy.export") String function) {
        this.function = function;
    }

    void prepare(
            @Observes StartupEvent start,
            Variables variables,
            Settings settings,
            Provider<AlertedRun> run,
            Provider<WatchRun> watch) {
        if (variables.find(ONLY_ON_LAMBDA).isEmpty()) {
            return;
        }
        if (function.equals(WATCHDOG)) {
            settings.require(Purpose.WATCH);
            watch.get();
        } else {
            settings.require(Purpose.PUBLISH);
            run.get();
        }
    }
}
