package com.elytracloud.status.watch;

import java.net.URI;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;

/**
 * The settings of the watchdog.
 *
 * @param address where visitors find {@code status.json}
 */
@Singleton
public record WatchdogConfig(SettingsReader reader, URI address) implements SettingsSection {
    @Inject
    WatchdogConfig(Variables variables) {
        this(new SettingsReader(variables, Set.of(Capability.WATCH)));
    }

    private WatchdogConfig(SettingsReader reader) {
        this(reader, reader.requiredAddress("STATUS_PUBLIC_URL", "where visitors find status.json"));
    }
}
