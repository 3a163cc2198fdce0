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

/** The watchdog's check, once and by hand. */
@Command(
        name = "check",
        description = "Checks the published status.json as the watchdog does; sends no alert and keeps no state.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:healthy", "1:not healthy", "2:wrong arguments or settings; nothing was tried"})
final class CheckCommand extends ApplicationCommand implements OverridesSettings {
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
                bean(WatchdogRun.class).check(bean(WatchdogConfig.class).address());
        String text = json ? json(report) + "\n" : text(report);
        if (report.isHealthy()) {
            say(text);
        } else {
            out().print(text);
        }
        return report.isHealthy() ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** A report as lines for people. */
    static String text(WatchdogReport report) {
        return report.isHealthy()
                ? "healthy: the published status is of %s%n".formatted(report.updatedAt())
                : String.join("\n", report.troubles()) + "\n";
    }
}
