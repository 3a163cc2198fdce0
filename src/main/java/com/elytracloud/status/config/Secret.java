package com.elytracloud.status.config;

import java.util.Objects;

/** A value that no log, error or document may show; printing it shows nothing. */
public record Secret(String value) {
    public Secret {
        Objects.requireNonNull(value, "value");
    }

    /** Whether it was not set. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    // Written out, for the platform makes classes for these at their first call: secrets are compared early in a start.
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && value.equals(secret.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
