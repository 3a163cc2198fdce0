package com.elytracloud.status.domain;

/**
 * What one check observed about one alert type. A check that could not evaluate an alert type yields no signal: that
 * neither raises nor ends the alert.
 *
 * @param subject see {@link AlertKey}
 * @param isThere whether the problem was observed
 * @param detail what was seen, in a sentence without secrets; empty where there is nothing to add, or no problem
 */
public record AlertSignal(AlertType trouble, String subject, boolean isThere, String detail) {
    public AlertSignal {
        detail = isThere ? detail : "";
    }

    public AlertSignal(AlertType trouble, boolean isThere, String detail) {
        this(trouble, "", isThere, detail);
    }

    public AlertKey key() {
        return new AlertKey(trouble, subject);
    }

    public static AlertSignal bad(AlertType trouble, String detail) {
        return new AlertSignal(trouble, true, detail);
    }

    public static AlertSignal good(AlertType trouble) {
        return new AlertSignal(trouble, false, "");
    }
}
