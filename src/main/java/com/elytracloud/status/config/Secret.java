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

    @Override
    public String toString() {
        return "***";
    }
}
