package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything one run concluded.
 *
 * @param next the state for the next run
 * @param shown the platform's status to publish: the measured one, raised by an incident, or the override's
 * @param monitors the monitors an operator should know of, in one line; never published
 * @param uptime percent with two decimals, truncated; a window that is not known is absent
 */
public record Assessment(
        RunState next,
        PlatformVerdict platform,
        PlatformStatus shown,
        String monitors,
        Map<UptimeWindow, BigDecimal> uptime,
        BackupVerdict backups,
        List<Component.Verdict> components) {
    public Assessment {
        uptime = Map.copyOf(uptime);
        components = List.copyOf(components);
    }

    /** The instant of the run, from which every age is measured. */
    public Instant at() {
        return next.writtenAt();
    }
}
