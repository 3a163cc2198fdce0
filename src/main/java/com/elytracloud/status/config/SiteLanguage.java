package com.elytracloud.status.config;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import com.elytracloud.status.domain.ProductTexts;

/** The language of the site and of the alerts ({@code SITE_LANGUAGE}). */
public final class SiteLanguage {
    private SiteLanguage() {}

    /** English or German. */
    public static Locale read(SettingsReader reader) {
        return Locale.forLanguageTag(reader.oneOf("SITE_LANGUAGE", "en", List.of("en", "de")));
    }

    /** The texts of the public site, {@code messages_en.properties} or its sibling. */
    public static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("com.elytracloud.status.site.messages", language);
    }

    /** What a run publishes on its own. */
    public static ProductTexts productTexts(Locale language) {
        ResourceBundle words = bundle(language);
        return new ProductTexts(
                words.getString("disruption"),
                words.getString("degradation"),
                words.getString("disruptionFound"),
                words.getString("degradationFound"),
                words.getString("recovered"),
                words.getString("closed"),
                words.getString("withheld"));
    }
}
