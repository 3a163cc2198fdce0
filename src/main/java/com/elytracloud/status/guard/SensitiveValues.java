package com.elytracloud.status.guard;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.Variables;

/** The values in the settings that must never be published, and the addresses that may; refreshed with the secrets. */
@Singleton
final class SensitiveValues {
    private final Settings settings;
    private final Variables variables;
    private int refreshes;
    private SecretFinder secrets;
    private TextScanner scanner;

    SensitiveValues(Settings settings, Variables variables) {
        this.settings = settings;
        this.variables = variables;
    }

    /** Finds the secrets as they are now. */
    synchronized SecretFinder secrets() {
        renew();
        return secrets;
    }

    /** Checks texts with the secrets and public addresses as they are now. */
    synchronized TextScanner scanner() {
        renew();
        return scanner;
    }

    private void renew() {
        if (scanner != null && refreshes == variables.refreshes()) {
            return;
        }
        refreshes = variables.refreshes();
        SettingsReader reader = new SettingsReader(variables);
        List<URI> urls = Stream.of("STATUS_PUBLIC_URL", "SITE_HOME_URL")
                .flatMap(variable -> reader.address(variable).stream())
                .toList();
        List<String> listed = reader.list("PUBLIC_ADDRESSES");
        List<String> internal = settings.internalNames().stream()
                .filter(name -> urls.stream().noneMatch(url -> name.equalsIgnoreCase(url.getHost())))
                .toList();
        List<String> open = new ArrayList<>(listed);
        urls.forEach(url -> open.add(url.toString()));
        secrets =
                new SecretFinder(settings.secrets().stream().map(Secret::value).toList(), open);
        scanner = new TextScanner(new PublicAddresses(listed, urls, internal), secrets::findsInPublic);
    }
}
