package com.elytracloud.status.cli;

import java.time.Duration;
import java.util.Optional;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.StatusOverride;

/** Commands about the override of the platform's status. */
@Command(
        name = "override",
        description =
                "Overrides the published status of the platform; readers see that an operator set it, and what was measured.")
final class OverrideCommand extends AnnouncementCommand {
    private static final String STATUS = "operational, degraded, outage or unknown.";
    private static final String REASON = "Public, at most 1,000 characters.";
    private static final String FOR = "At most 24h, for operational at most 2h; default: ${DEFAULT-VALUE}.";

    @Command(
            name = "set",
            description = "Overrides the platform's status until it ends by itself; uptime is never overridden.")
    int set(
            @Mixin Posting options,
            @Option(names = "--status", required = true, paramLabel = "S", description = STATUS) PlatformStatus status,
            @Option(names = "--reason", required = true, paramLabel = "R", description = REASON) String reason,
            @Option(names = "--for", paramLabel = "DURATION", defaultValue = "1h", description = FOR) Duration length) {
        return post(options, now -> {
            StatusOverride set = new StatusOverride(status, checked("reason", reason), now, now.plus(length));
            return new Change<>(all -> all.with(set), all -> set, each -> "set until " + each.endsAt());
        });
    }

    @Command(name = "clear", description = "Removes the override; the measured status is published again.")
    int clear(@Mixin Posting options) {
        return post(options, now -> new Change<>(all -> all.with((StatusOverride) null), all -> all, all -> "cleared"));
    }

    @Command(name = "show", description = "Shows the override that applies now.")
    void show(@Option(names = "--json", description = "Print it as JSON.") boolean isJson) {
        Optional<StatusOverride> found = announced().overrideAt(now());
        Table table = new Table();
        found.ifPresent(override -> table.row("Status", word(override.status()))
                .row("Reason", override.reason())
                .row("Since", override.startedAt())
                .row("Until", override.endsAt()));
        print(isJson, found.orElse(null), () -> found.isPresent() ? table.toString() : "no override applies\n");
    }
}
