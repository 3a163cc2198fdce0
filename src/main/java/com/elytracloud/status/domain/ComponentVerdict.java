package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The evaluation of one component.
 *
 * @param uptime percent with two decimals, truncated; a window that is not known is absent
 */
public record ComponentVerdict(Component component, PlatformVerdict verdict, Map<UptimeWindow, BigDecimal> uptime) {
    public ComponentVerdict {
        uptime = Map.copyOf(uptime);
    }

    public ComponentStatus status() {
        return verdict.componentStatus();
    }
}
