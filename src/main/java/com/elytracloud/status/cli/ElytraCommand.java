package com.elytracloud.status.cli;

import java.io.PrintWriter;

import org.jboss.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

import com.elytracloud.status.config.SettingsException;
import com.elytracloud.status.run.PublishException;

/** The command itself: only its subcommands do something. */
@Command(
        name = "elytra",
        description = "The public, static, honest status site of a hosting company.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            StatusCommand.class,
            IncidentCommand.class,
            MaintenanceCommand.class,
            MonitorsCommand.class,
            BackupsCommand.class,
            SiteCommand.class,
            ValidateCommand.class,
            AlertsCommand.class,
            DoctorCommand.class
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong arguments or settings; nothing was tried"})
final class ElytraCommand {
    /** All commands; reads and configures nothing, so that help needs no settings. */
    static CommandLine commandLine() {
        return new CommandLine(ElytraCommand.class)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, from, parsed) -> explain(failure, from.getErr()));
    }

    private static int explain(Exception failure, PrintWriter err) {
        if (failure instanceof SettingsException settings) {
            err.println("elytra: some settings are missing or wrong:");
            settings.problems().forEach(problem -> err.println("  " + problem));
            err.println("They are environment variables, or lines of .env here; .env.example explains each.");
            return ExitCode.USAGE;
        }
        if (failure instanceof PublishException) {
            err.println("elytra: not done: " + failure.getMessage());
            return ExitCode.FAILED;
        }
        // No field: a logger made before the application starts would bring the JDK's log manager in.
        Logger.getLogger(ElytraCommand.class).debug("the command failed", failure);
        err.println("elytra: an error of the program itself: " + failure);
        return ExitCode.FAILED;
    }
}
