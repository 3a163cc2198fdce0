package com.elytracloud.status.site;

import java.net.URI;
import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;

/** What the site is called and where it lies. */
@Singleton
final class SiteConfig implements SettingsSection {
    private static final int MAX_TITLE = 60;

    private final SettingsReader reader;
    private final SiteIdentity site;

    SiteConfig(Variables variables) {
        reader = new SettingsReader(variables);
        site = new SiteIdentity(
                reader.text("SITE_TITLE", SiteIdentity.DEFAULT.title(), MAX_TITLE),
                reader.address("STATUS_PUBLIC_URL").map(SiteConfig::folder).orElse(null),
                reader.address("SITE_HOME_URL").orElse(null));
    }

    /** Whose site it is. */
    @Produces
    @Singleton
    SiteIdentity site() {
        return site;
    }

    @Override
    public List<Problem> problems() {
        return reader.problems();
    }

    @Override
    public boolean servesFor(Purpose purpose) {
        return switch (purpose) {
            case ASSESS, PUBLISH -> true;
            case READ_MONITORS, READ_BACKUPS, NOTICE, WATCH, ALERT -> false;
        };
    }

    // The address is that of status.json; the other files lie beside it.
    private static URI folder(URI statusJson) {
        return statusJson.getRawPath().isEmpty() ? URI.create(statusJson + "/") : statusJson.resolve(".");
    }
}
