package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything one run concluded.
 *
 * @param next the state for the next run
 * @param at the instant of the run, from which every age in it is measured
 * @param monitors the monitors an operator should know of, in one line; never published
 * @param uptime percent with two decimals, truncated; a window that is not known is absent
 */
public record Assessment(
        RunState next,
        Instant at,
        PlatformVerdict platform,
        String monitors,
        Map<UptimeWindow, BigDecimal> uptime,
        BackupVerdict backups,
        List<ComponentVerdict> components) {
    public Assessment {
        uptime = Map.copyOf(uptime);
        components = List.copyOf(components);
    }
}
