package com.elytracloud.status.config;

import java.util.Locale;
import java.util.stream.Stream;

/** The language of the site and of the alerts ({@code SITE_LANGUAGE}). */
public final class SiteLanguage {
    private SiteLanguage() {}

    /** English or German. */
    public static Locale read(SettingsReader reader) {
        String code = reader.text("SITE_LANGUAGE", "en");
        return Stream.of(Locale.ENGLISH, Locale.GERMAN)
                .filter(each -> each.getLanguage().equalsIgnoreCase(code))
                .findFirst()
                .orElseGet(() -> {
                    reader.refuse("SITE_LANGUAGE", "is not a supported language; allowed are en and de");
                    return Locale.ENGLISH;
                });
    }
}
