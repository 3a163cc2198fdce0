package com.elytracloud.status.domain;

import java.util.Objects;

/**
 * What one look said about one trouble. A trouble that a look could not judge has no sight: that is neither good nor
 * bad news of it.
 *
 * @param subject see {@link AlertKey}
 * @param isThere whether the trouble was seen
 * @param detail what was seen, in a sentence without secrets; empty where there is nothing to add
 */
public record AlertSignal(AlertType trouble, String subject, boolean isThere, String detail) {
    public AlertSignal {
        Objects.requireNonNull(trouble, "trouble");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(detail, "detail");
    }

    /** About the only subject there is. */
    public AlertSignal(AlertType trouble, boolean isThere, String detail) {
        this(trouble, "", isThere, detail);
    }

    /** What it is about. */
    public AlertKey key() {
        return new AlertKey(trouble, subject);
    }

    /** The trouble was seen. */
    public static AlertSignal bad(AlertType trouble, String detail) {
        return new AlertSignal(trouble, true, detail);
    }

    /** The trouble was looked for and is not there. */
    public static AlertSignal good(AlertType trouble) {
        return new AlertSignal(trouble, false, "");
    }
}
