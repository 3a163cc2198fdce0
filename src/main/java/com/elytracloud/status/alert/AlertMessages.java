package com.elytracloud.status.alert;

import java.util.Locale;
import java.util.ResourceBundle;

import com.elytracloud.status.domain.AlertType;

/**
 * The texts of one alert, from {@code messages.properties}.
 *
 * @param happened a sentence without its full stop; also the title
 * @param visitors what the public sees of it
 * @param first what to check before anything else
 */
record AlertMessages(String happened, String visitors, String first) {
    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle(AlertMessages.class.getPackageName() + ".messages", Locale.ROOT);

    static AlertMessages of(AlertType alert) {
        String key = alert.name().toLowerCase(Locale.ROOT);
        return new AlertMessages(
                TEXTS.getString(key + ".happened"),
                TEXTS.getString(key + ".visitors"),
                TEXTS.getString(key + ".first"));
    }
}
