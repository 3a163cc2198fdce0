package com.elytracloud.status.guard;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.Variables;

/** What the settings hold that must never be seen, and the one address that may. */
@Singleton
final class Canaries {
    private final Settings settings;
    private final Variables variables;

    Canaries(Settings settings, Variables variables) {
        this.settings = settings;
        this.variables = variables;
    }

    /** A scan that knows all of it. */
    LeakScan scan() {
        return new LeakScan(
                new PublicAddress(new SettingsReader(variables).address("STATUS_PUBLIC_URL")),
                secrets(),
                new InsideNames(settings.insideNames()));
    }

    /** A scan that knows the secrets alone. */
    SecretScan secrets() {
        return new SecretScan(settings.secrets().stream().map(Secret::value).toList());
    }
}
