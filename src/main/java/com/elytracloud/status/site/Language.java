package com.elytracloud.status.site;

import java.util.Locale;

/** The language of the public site: {@code SITE_LANGUAGE}. */
public enum Language {
    EN(Locale.UK),
    DE(Locale.GERMANY);

    private final Locale locale;
    private final Messages messages;

    Language(Locale locale) {
        this.locale = locale;
        messages = new Messages(locale);
    }

    /** Its texts, and its forms of times and numbers. */
    public Messages messages() {
        return messages;
    }

    /** The code as in {@code lang} attributes: en or de. */
    public String code() {
        return locale.getLanguage();
    }

    /** The code as Open Graph writes it: en_GB. */
    public String tag() {
        return locale.toString();
    }
}
