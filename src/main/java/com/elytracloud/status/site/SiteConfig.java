package com.elytracloud.status.site;

import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.SiteLanguage;
import com.elytracloud.status.config.Variables;

/** The name, the address, the language and the appearance of the site. */
@Singleton
record SiteConfig(SettingsReader reader, SiteIdentity site) implements SettingsSection {
    private static final int MAX_TITLE = 60;
    private static final int MAX_SUPPORT = 100;

    @Inject
    SiteConfig(Variables variables) {
        this(new SettingsReader(variables, Set.of(Capability.ASSESS, Capability.PUBLISH)));
    }

    private SiteConfig(SettingsReader reader) {
        this(
                reader,
                new SiteIdentity(
                        reader.text("SITE_TITLE", null, MAX_TITLE),
                        // The address is that of status.json; the other files are stored next to it.
                        reader.address("STATUS_PUBLIC_URL")
                                .map(statusJson -> statusJson.resolve("."))
                                .orElse(null),
                        reader.address("SITE_HOME_URL").orElse(null),
                        Language.valueOf(SiteLanguage.read(reader).getLanguage().toUpperCase(Locale.ROOT)),
                        new Brand(
                                logo(reader),
                                accent(reader),
                                reader.address("SITE_IMPRINT_URL").orElse(null),
                                reader.address("SITE_PRIVACY_URL").orElse(null),
                                reader.text("SITE_SUPPORT", null, MAX_SUPPORT))));
    }

    /** Whose site it is. */
    @Override
    @Produces
    @Singleton
    public SiteIdentity site() {
        return site;
    }

    private static String accent(SettingsReader reader) {
        String accent = reader.text("SITE_ACCENT", "").toLowerCase(Locale.ROOT);
        if (accent.isEmpty()) {
            return null;
        }
        if (!accent.matches("#[0-9a-f]{6}")) {
            reader.refuse("SITE_ACCENT", "is not a colour; allowed is #rrggbb, such as #0b5cad");
            return null;
        }
        double contrast = Contrast.of(accent, Contrast.LIGHT);
        if (contrast >= Contrast.TEXT) {
            return accent;
        }
        reader.refuse(
                "SITE_ACCENT",
                "has a contrast of %.1f on the page; links need %.1f. Choose a darker colour.",
                contrast,
                Contrast.TEXT);
        return null;
    }

    private static Logo logo(SettingsReader reader) {
        try {
            return reader.isSet("SITE_LOGO") ? Logo.read(reader.text("SITE_LOGO", "")) : null;
        } catch (IllegalArgumentException e) {
            reader.refuse("SITE_LOGO", e.getMessage());
            return null;
        }
    }
}
