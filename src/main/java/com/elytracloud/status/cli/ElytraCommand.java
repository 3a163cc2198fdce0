package com.elytracloud.status.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

import com.elytracloud.status.config.DurationText;

/** The command itself: only its subcommands do something. */
@Command(
        name = "elytra",
        description = "Publishes and checks a static public status site.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        // The version that the build wrote next to this class; not named "version", which would describe the option.
        resourceBundle = "com.elytracloud.status.cli.build",
        version = ElytraCommand.VERSION,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            InitCommand.class,
            DoctorCommand.class,
            ElytraCommand.Status.class,
            IncidentCommand.class,
            MaintenanceCommand.class,
            WatchdogCommand.Watch.class,
            MonitorsCommand.class,
            BackupsCommand.class,
            ElytraCommand.Site.class,
            ValidateCommand.class,
            ElytraCommand.Alerts.class,
            GenerateCompletion.class,
            HelpCommand.class
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong arguments or settings; nothing was tried"})
final class ElytraCommand {
    static final String VERSION = "elytra ${bundle:release}";

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:ELYTRA_ENV_FILE}",
            description = "Read settings from this file (ELYTRA_ENV_FILE); default: .env in the working directory, else"
                    + " /etc/elytra-status/.env.")
    private Path envFile;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print nothing on success, and one line on failure.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Log each step, and the stack trace of a failure.")
    private boolean verbose;

    /** All commands; reads and configures nothing, so that help needs no settings. */
    static CommandLine commandLine() {
        CommandLine commands = new CommandLine(ElytraCommand.class);
        // The library's own command has the library's version.
        commands.getSubcommands().values().forEach(each -> each.getCommandSpec().version(VERSION));
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, ElytraCommand::duration)
                .registerConverter(Instant.class, ElytraCommand::time)
                .setExecutionStrategy(ElytraCommand::runAndCheckOutput)
                .setExecutionExceptionHandler(new FailureHandler());
    }

    /** The file of {@code --env-file}, or null. */
    Path envFile() {
        return envFile;
    }

    /** Before the application starts: its logging is configured by then. */
    void applyLogLevel() {
        if (quiet) {
            System.setProperty("quarkus.log.console.level", "OFF");
        } else if (verbose) {
            System.setProperty("quarkus.log.category.\"com.elytracloud\".level", "DEBUG");
        }
    }

    private static Duration duration(String text) {
        return DurationText.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'%s' is not a duration; write it as %s".formatted(text, DurationText.ALLOWED)));
    }

    private static Instant time(String text) {
        String iso = text.strip().replaceFirst("\\s*UTC$", "Z").replaceFirst("^(\\S{10})\\s+", "$1T");
        try {
            boolean hasZone = iso.matches(".*T.*(?:Z|[+-]\\d{2}:?\\d{2})$");
            return OffsetDateTime.parse(hasZone ? iso : iso + "Z").toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "'%s' is not a time, such as \"2026-11-26 22:00\" (UTC) or 2026-11-26T22:00:00+01:00"
                            .formatted(text));
        }
    }

    // A full disk or a closed pipe must not look like success.
    private static int runAndCheckOutput(ParseResult parsed) {
        int exitCode = new RunLast().execute(parsed);
        CommandLine commands = parsed.commandSpec().commandLine();
        if (commands.getOut().checkError()) {
            commands.getErr().println("elytra: the result could not be written to standard output");
            return ExitCode.FAILED;
        }
        return exitCode;
    }

    /** Whether a command was called with {@code --quiet}. */
    static boolean isQuiet(CommandSpec command) {
        return command.root().userObject() instanceof ElytraCommand root && root.quiet;
    }

    /** Commands about the published status. */
    @Command(
            subcommands = {
                SummaryCommand.class,
                PublishCommand.class,
                WatchdogCommand.Check.class,
                OverrideCommand.class
            },
            name = "status",
            description = "Evaluates the platform and publishes its status.")
    static final class Status {}

    /** Commands about the site. */
    @Command(subcommands = PreviewCommand.class, name = "site", description = "Previews the public site.")
    static final class Site {}

    /** Commands about alerts. */
    @Command(subcommands = AlertsTestCommand.class, name = "alerts", description = "Tests the alert channels.")
    static final class Alerts {}
}
