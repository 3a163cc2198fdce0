package com.elytracloud.status.domain;

/**
 * What one check observed about one alert type. A check that could not evaluate an alert type yields no signal: that
 * neither raises nor ends the alert.
 *
 * @param subject see {@link OpenAlert.Key}
 * @param isThere whether the problem was observed
 * @param detail what was seen, in a sentence without secrets; empty where there is nothing to add, or no problem
 */
public record AlertSignal(AlertType type, String subject, boolean isThere, String detail) {
    public AlertSignal {
        detail = isThere ? detail : "";
    }

    public AlertSignal(AlertType type, boolean isThere, String detail) {
        this(type, "", isThere, detail);
    }

    public OpenAlert.Key key() {
        return new OpenAlert.Key(type, subject);
    }

    public static AlertSignal bad(AlertType type, String detail) {
        return new AlertSignal(type, true, detail);
    }

    public static AlertSignal good(AlertType type) {
        return new AlertSignal(type, false, "");
    }
}
