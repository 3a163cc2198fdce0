package com.elytracloud.status.watch;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;

/** The settings of the watchdog. */
@Singleton
public final class WatchdogConfig implements SettingsSection {
    private final SettingsReader reader;
    private final URI address;

    @Inject
    WatchdogConfig(Variables variables) {
        reader = new SettingsReader(variables);
        address = reader.requiredAddress("STATUS_PUBLIC_URL", "where visitors find status.json");
    }

    /** Where visitors find {@code status.json}. */
    public URI address() {
        return address;
    }

    /** The same, if it is set. */
    public Optional<URI> told() {
        return reader.isSet("STATUS_PUBLIC_URL") ? Optional.of(address) : Optional.empty();
    }

    @Override
    public List<Problem> problems() {
        return reader.problems();
    }

    @Override
    public boolean servesFor(Capability capability) {
        return capability == Capability.WATCH;
    }
}
