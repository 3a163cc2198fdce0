package com.elytracloud.status.cli;

import java.nio.file.Path;
import java.util.Map;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.run.AlertedRun;
import com.elytracloud.status.run.RunReport;
import com.elytracloud.status.run.RunRequest;
import com.elytracloud.status.run.StatusRun;

/** One whole run, as the schedule does it. */
@Dependent
@Unremovable
@Command(name = "publish", description = "One whole run: reads, judges, publishes and verifies; prints the report.")
final class PublishCommand extends ApplicationCommand implements OverridesSettings {
    @Option(names = "--dry-run", description = "Do everything but publish.")
    private boolean dryRun;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Publish into this folder instead of where the settings say.")
    private Path output;

    @Inject
    Settings settings;

    @Inject
    StatusRun run;

    @Inject
    AlertedRun alerted;

    @Inject
    ObjectMapper mapper;

    @Override
    public Map<String, String> settings() {
        return output == null ? Map.of() : Map.of("OUTPUT_DIR", output.toString(), "OUTPUT_FILE", "");
    }

    @Override
    public Integer call() throws JsonProcessingException {
        settings.require(dryRun ? Purpose.ASSESS : Purpose.PUBLISH);
        RunReport report = dryRun ? run.rehearse() : alerted.publish(RunRequest.BY_HAND);
        out().println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report));
        return ExitCode.DONE;
    }
}
