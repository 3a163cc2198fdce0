package com.elytracloud.status.cli;

import java.net.URI;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.run.WatchReport;
import com.elytracloud.status.run.WatchdogRun;
import com.elytracloud.status.watch.WatchConfig;

/** The watchdog's look, once and by hand. */
@Command(
        name = "check",
        description = "Looks at the published status.json as the watchdog does; tells nobody and remembers nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:healthy", "1:not healthy", "2:wrong arguments or settings; nothing was tried"})
final class CheckCommand extends ApplicationCommand implements OverridesSettings {
    @Option(names = "--url", paramLabel = "URL", description = "Look here instead of at STATUS_PUBLIC_URL.")
    private URI url;

    @Override
    public Map<String, String> settings() {
        return url == null ? Map.of() : Map.of("STATUS_PUBLIC_URL", url.toString());
    }

    @Override
    public Integer call() {
        bean(Settings.class).require(Purpose.WATCH);
        WatchReport report =
                bean(WatchdogRun.class).check(bean(WatchConfig.class).address());
        if (report.isHealthy()) {
            out().println("healthy: the public file is of " + report.updatedAt());
        }
        report.troubles().forEach(out()::println);
        out().flush();
        return report.isHealthy() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
