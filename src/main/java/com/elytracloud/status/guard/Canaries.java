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
    private int edition;
    private SecretScan secrets;
    private LeakScan scan;

    Canaries(Settings settings, Variables variables) {
        this.settings = settings;
        this.variables = variables;
    }

    /** A scan that knows all of it as it is now. */
    synchronized LeakScan scan() {
        renew();
        return scan;
    }

    /** A scan that knows the secrets alone, as they are now. */
    synchronized SecretScan secrets() {
        renew();
        return secrets;
    }

    private void renew() {
        if (scan == null || edition != variables.edition()) {
            edition = variables.edition();
            secrets = new SecretScan(
                    settings.secrets().stream().map(Secret::value).toList());
            scan = new LeakScan(
                    new PublicAddress(new SettingsReader(variables).address("STATUS_PUBLIC_URL")),
                    secrets,
                    new InsideNames(settings.insideNames()));
        }
    }
}
