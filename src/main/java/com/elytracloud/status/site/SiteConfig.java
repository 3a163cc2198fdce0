package com.elytracloud.status.site;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.SiteLanguage;
import com.elytracloud.status.config.Variables;

/** The name, the address, the language and the appearance of the site. */
@Singleton
final class SiteConfig implements SettingsSection {
    private static final int MAX_TITLE = 60;
    private static final int MAX_SUPPORT = 100;

    private final SettingsReader reader;
    private final SiteIdentity site;

    SiteConfig(Variables variables) {
        reader = new SettingsReader(variables);
        Language language =
                Language.valueOf(SiteLanguage.read(reader).getLanguage().toUpperCase(Locale.ROOT));
        site = new SiteIdentity(
                reader.text("SITE_TITLE", language.text("title"), MAX_TITLE),
                reader.address("STATUS_PUBLIC_URL").map(SiteConfig::folder).orElse(null),
                reader.address("SITE_HOME_URL").orElse(null),
                language,
                new Brand(
                        logo(),
                        accent(),
                        reader.address("SITE_IMPRINT_URL").orElse(null),
                        reader.address("SITE_PRIVACY_URL").orElse(null),
                        reader.isSet("SITE_SUPPORT") ? reader.text("SITE_SUPPORT", "", MAX_SUPPORT) : null));
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
    public boolean servesFor(Capability capability) {
        return switch (capability) {
            case ASSESS, PUBLISH -> true;
            case READ_MONITORS, READ_BACKUPS, ANNOUNCE, WATCH, ALERT -> false;
        };
    }

    private String accent() {
        String accent = reader.text("SITE_ACCENT", "").toLowerCase(Locale.ROOT);
        if (accent.isEmpty()) {
            return null;
        }
        if (!accent.matches("#[0-9a-f]{6}")) {
            reader.refuse("SITE_ACCENT", "is not a colour; allowed is #rrggbb, such as #0b5cad");
            return null;
        }
        double contrast = Contrast.of(accent, Contrast.LIGHT);
        if (contrast < Contrast.TEXT) {
            reader.refuse(
                    "SITE_ACCENT",
                    String.format(
                            Locale.ROOT,
                            "has a contrast of %.1f on the page; links need %.1f. Choose a darker colour.",
                            contrast,
                            Contrast.TEXT));
            return null;
        }
        return accent;
    }

    private Logo logo() {
        if (!reader.isSet("SITE_LOGO")) {
            return null;
        }
        try {
            return Logo.read(reader.text("SITE_LOGO", ""));
        } catch (IllegalArgumentException e) {
            reader.refuse("SITE_LOGO", e.getMessage());
            return null;
        }
    }

    // The address is that of status.json; the other files are stored next to it.
    private static URI folder(URI statusJson) {
        return statusJson.getRawPath().isEmpty() ? URI.create(statusJson + "/") : statusJson.resolve(".");
    }
}
