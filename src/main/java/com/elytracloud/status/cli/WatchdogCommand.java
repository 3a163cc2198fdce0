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

/** The watchdog on request: with or without its alerts and its state. */
abstract class WatchdogCommand extends ResultCommand {
    @Option(names = "--url", paramLabel = "URL", description = "Check this address instead of STATUS_PUBLIC_URL.")
    private URI url;

    @Override
    final Map<String, String> settings() {
        return url == null ? Map.of() : Map.of("STATUS_PUBLIC_URL", url.toString());
    }

    /** Requires the settings, and returns the address to check. */
    final URI address() {
        bean(Settings.class).require(Capability.WATCH);
        return bean(WatchdogConfig.class).address();
    }

    final int print(WatchdogReport report, boolean isGood) {
        return print(
                isGood,
                report,
                report.isHealthy()
                        ? "healthy: the published status is from %s%n".formatted(report.updatedAt())
                        : String.join("\n", report.alerts()) + "\n");
    }

    /** One check without consequences. */
    @Command(
            name = "check",
            description = "Checks the published status.json as the watchdog does; sends no alert and keeps no state.",
            exitCodeList = {"0:healthy", "1:not healthy", "2:wrong arguments or settings; nothing was tried"})
    static final class Check extends WatchdogCommand {
        @Override
        public Integer call() {
            WatchdogReport report = bean(WatchdogRun.class).check(address());
            return print(report, report.isHealthy());
        }
    }

    /** One run of the watchdog, as its schedule does it. */
    @Command(
            name = "watch",
            description = {
                "Checks the published status and sends the alerts that are due.",
                "This is the watchdog for cron and systemd: incidents, reminders and recoveries are kept in the private"
                        + " state between calls."
            },
            exitCodeList = {
                "0:healthy, or the alerts that were due were delivered",
                "1:an alert that was due could not be delivered",
                "2:wrong arguments or settings; nothing was tried"
            })
    static final class Watch extends WatchdogCommand {
        @Override
        public Integer call() {
            return print(bean(WatchdogRun.class).watch(address()), true);
        }
    }
}
