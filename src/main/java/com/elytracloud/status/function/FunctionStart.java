package com.elytracloud.status.function;

import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.config.Variables;

/** On Lambda, refuses wrong settings when the function starts and not only at its first event. */
final class FunctionStart {
    private static final String ONLY_ON_LAMBDA = "AWS_LAMBDA_RUNTIME_API";

    void require(
            @Observes StartupEvent start,
            @ConfigProperty(name = "quarkus.funqy.export") String function,
            Variables variables,
            Settings settings) {
        if (variables.find(ONLY_ON_LAMBDA).isEmpty()) {
            return;
        }
        settings.require(
                switch (function) {
                    case "trigger" -> Capability.TRIGGER;
                    case "watchdog" -> Capability.WATCH;
                    default -> Capability.PUBLISH;
                });
    }
}
