package com.elytracloud.status.cli;

import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.run.AlertedRun;
import com.elytracloud.status.run.RunReport;
import com.elytracloud.status.run.RunRequest;
import com.elytracloud.status.run.StatusRun;

/** One whole run, as the schedule does it. */
@Command(name = "publish", description = "One whole run: reads, judges, publishes and verifies; prints the report.")
final class PublishCommand extends ApplicationCommand implements OverridesSettings {
    @Option(names = "--dry-run", description = "Do everything but publish.")
    private boolean dryRun;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Publish into this folder instead of where the settings say.")
    private Path output;

    @Override
    public Map<String, String> settings() {
        return output == null ? Map.of() : Map.of("OUTPUT_DIR", output.toString(), "OUTPUT_FILE", "");
    }

    @Override
    public Integer call() throws JsonProcessingException {
        bean(Settings.class).require(dryRun ? Purpose.ASSESS : Purpose.PUBLISH);
        RunReport report =
                dryRun ? bean(StatusRun.class).dryRun() : bean(AlertedRun.class).publish(RunRequest.BY_HAND);
        out().println(json(report));
        return ExitCode.DONE;
    }
}
