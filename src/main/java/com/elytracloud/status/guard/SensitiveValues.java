package com.elytracloud.status.guard;

import java.net.URI;
import java.util.List;
import java.util.Set;
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
    private TextScanner scanner;

    SensitiveValues(Settings settings, Variables variables) {
        this.settings = settings;
        this.variables = variables;
    }

    /** Finds the secrets as they are now. */
    SecretFinder secrets() {
        return scanner().secrets();
    }

    /** Checks texts with the secrets and public addresses as they are now. */
    synchronized TextScanner scanner() {
        if (scanner == null || refreshes != variables.refreshes()) {
            refreshes = variables.refreshes();
            scanner = read(new SettingsReader(variables, Set.of()));
        }
        return scanner;
    }

    private TextScanner read(SettingsReader reader) {
        List<String> listed = reader.list("PUBLIC_ADDRESSES");
        List<URI> urls = Stream.of("STATUS_PUBLIC_URL", "SITE_HOME_URL")
                .flatMap(variable -> reader.address(variable).stream())
                .toList();
        List<String> internal = settings.internalNames().stream()
                .filter(name -> urls.stream().noneMatch(url -> name.equalsIgnoreCase(url.getHost())))
                .toList();
        List<String> open =
                Stream.concat(listed.stream(), urls.stream().map(URI::toString)).toList();
        List<String> secrets = settings.secrets().stream().map(Secret::value).toList();
        return new TextScanner(new PublicAddresses(listed, urls, internal), SecretFinder.of(secrets, open));
    }
}
