package com.elytracloud.status.cli;

import java.io.PrintWriter;
import java.util.List;

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
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong arguments or settings; nothing was tried"})
final class ElytraCommand {
    private static final List<Class<?>> SUBCOMMANDS = List.of(
            StatusCommand.class,
            MonitorsCommand.class,
            BackupsCommand.class,
            SiteCommand.class,
            ValidateCommand.class,
            AlertsCommand.class,
            DoctorCommand.class,
            RehearseCommand.class);

    /** All commands; where the first word names one of them, that one alone: reading the rest takes longer than a JVM's start. */
    static CommandLine commandLine(CommandLine.IFactory factory, String... args) {
        List<Class<?>> named = SUBCOMMANDS.stream()
                .filter(type -> args.length > 0 && name(type).equals(args[0]))
                .toList();
        CommandLine commands = new CommandLine(new ElytraCommand(), factory);
        (named.isEmpty() ? SUBCOMMANDS : named).forEach(commands::addSubcommand);
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, from, parsed) -> explain(failure, from.getErr()));
    }

    private static String name(Class<?> subcommand) {
        return subcommand.getAnnotation(Command.class).name();
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
