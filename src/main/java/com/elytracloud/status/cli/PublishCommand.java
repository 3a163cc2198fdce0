package com.elytracloud.status.cli;

import java.nio.file.Path;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.run.AlertedRun;
import com.elytracloud.status.run.RunReport;
import com.elytracloud.status.run.StatusRun;

/** One whole run, as the schedule does it. */
@Command(
        name = "publish",
        description = "Reads the sources, evaluates, publishes the site and verifies it, as the schedule does.")
final class PublishCommand extends ResultCommand {
    @Option(names = "--dry-run", description = "Do everything except publishing.")
    private boolean dryRun;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Publish into this folder instead of the configured publish target.")
    private Path output;

    @Override
    Map<String, String> settings() {
        return output == null ? Map.of() : Map.of("OUTPUT_DIR", output.toString(), "OUTPUT_FILE", "");
    }

    @Override
    public Integer call() {
        bean(Settings.class).require(dryRun ? Capability.ASSESS : Capability.PUBLISH);
        RunReport report =
                dryRun ? bean(StatusRun.class).dryRun() : bean(AlertedRun.class).publish(StatusRun.BY_HAND);
        return print(true, report, line(report));
    }

    static String line(RunReport report) {
        String status = word(report.platformStatus());
        String took = "%.1f s".formatted(report.durationMillis() / 1000.0);
        String notes = report.warnings().isEmpty() ? "" : "; " + String.join("; ", report.warnings());
        return switch (report.outcome()) {
            case PUBLISHED -> "published %s to %s in %s%s%n".formatted(status, report.place(), took, notes);
            case SUPERSEDED -> "not published: another run was faster%s%n".formatted(notes);
            case SKIPPED -> "not published: this scheduled run was already done%s%n".formatted(notes);
            case DRY_RUN -> "would publish %s (%s)%s%n".formatted(status, report.platformReason(), notes);
        };
    }
}
