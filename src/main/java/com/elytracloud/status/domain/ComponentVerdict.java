package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/**
 * The evaluation of one component.
 *
 * @param uptime percent with two decimals, truncated; a window that is not known is absent
 */
public record ComponentVerdict(Component component, PlatformVerdict verdict, Map<UptimeWindow, BigDecimal> uptime) {
    public ComponentVerdict {
        Objects.requireNonNull(component, "component");
        Objects.requireNonNull(verdict, "verdict");
        uptime = Map.copyOf(uptime);
    }

    /** Without any uptime. */
    public ComponentVerdict(Component component, PlatformVerdict verdict) {
        this(component, verdict, Map.of());
    }

    /** Its measured status. */
    public ComponentStatus status() {
        return verdict.componentStatus();
    }
}
