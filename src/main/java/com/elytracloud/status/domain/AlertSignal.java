package com.elytracloud.status.domain;

/**
 * What one check observed about one alert type. A check that could not evaluate an alert type yields no signal: that
 * neither raises nor ends the alert.
 *
 * @param subject see {@link AlertKey}
 * @param isThere whether the problem was observed
 * @param detail what was seen, in a sentence without secrets; empty where there is nothing to add
 */
public record AlertSignal(AlertType trouble, String subject, boolean isThere, String detail) {
    /** About the only subject there is. */
    public AlertSignal(AlertType trouble, boolean isThere, String detail) {
        this(trouble, "", isThere, detail);
    }

    /** What it is about. */
    public AlertKey key() {
        return new AlertKey(trouble, subject);
    }

    /** The problem was observed. */
    public static AlertSignal bad(AlertType trouble, String detail) {
        return new AlertSignal(trouble, true, detail);
    }

    /** The check found no such problem. */
    public static AlertSignal good(AlertType trouble) {
        return new AlertSignal(trouble, false, "");
    }
}
