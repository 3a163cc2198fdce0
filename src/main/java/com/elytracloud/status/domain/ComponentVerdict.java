package com.elytracloud.status.domain;

import java.util.Objects;

/** The judgement of one component. */
public record ComponentVerdict(Component component, PlatformVerdict verdict) {
    public ComponentVerdict {
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(verdict, "verdict");
    }
}
