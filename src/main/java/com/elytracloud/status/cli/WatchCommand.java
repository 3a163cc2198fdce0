package com.elytracloud.status.cli;

import java.net.URI;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.run.WatchdogReport;
import com.elytracloud.status.run.WatchdogRun;
import com.elytracloud.status.watch.WatchdogConfig;

/** One run of the watchdog, as its schedule does it. */
@Command(
        name = "watch",
        description = {
            "Checks the published status and sends the alerts that are due.",
            "This is the watchdog for cron and systemd: incidents, reminders and recoveries are kept in the private state"
                    + " between calls."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:healthy, or the alerts that were due were delivered",
            "1:an alert that was due could not be delivered",
            "2:wrong arguments or settings; nothing was tried"
        })
final class WatchCommand extends ApplicationCommand implements OverridesSettings {
    @Option(names = "--url", paramLabel = "URL", description = "Check this address instead of STATUS_PUBLIC_URL.")
    private URI url;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public Map<String, String> settings() {
        return url == null ? Map.of() : Map.of("STATUS_PUBLIC_URL", url.toString());
    }

    @Override
    public Integer call() {
        bean(Settings.class).require(Capability.WATCH);
        WatchdogReport report =
                bean(WatchdogRun.class).watch(bean(WatchdogConfig.class).address());
        say(json ? json(report) + "\n" : CheckCommand.text(report));
        return ExitCode.DONE;
    }
}
