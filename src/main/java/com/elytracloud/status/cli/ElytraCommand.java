package com.elytracloud.status.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

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
    private static final Map<Class<?>, List<Class<?>>> SUBCOMMANDS = Map.of(
            ElytraCommand.class,
            List.of(
                    StatusCommand.class,
                    MonitorsCommand.class,
                    BackupsCommand.class,
                    SiteCommand.class,
                    ValidateCommand.class,
                    AlertsCommand.class,
                    DoctorCommand.class,
                    RehearseCommand.class),
            StatusCommand.class,
            List.of(SummaryCommand.class, PublishCommand.class, CheckCommand.class, NoticeCommand.class),
            NoticeCommand.class,
            List.of(NoticeSetCommand.class, NoticeShowCommand.class, NoticeClearCommand.class),
            BackupsCommand.class,
            List.of(BackupsVerifyCommand.class),
            SiteCommand.class,
            List.of(PreviewCommand.class),
            AlertsCommand.class,
            List.of(AlertsTestCommand.class));

    /** All commands; those alone that the words name, where they do: reading the rest takes longer than a JVM's start. */
    static CommandLine commandLine(String... args) {
        return withSubcommands(ElytraCommand.class, List.of(args))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, from, parsed) -> explain(failure, from.getErr()));
    }

    private static CommandLine withSubcommands(Class<?> type, List<String> words) {
        CommandLine command = new CommandLine(type);
        List<Class<?>> all = SUBCOMMANDS.getOrDefault(type, List.of());
        List<Class<?>> named =
                all.stream().filter(each -> words.indexOf(name(each)) == 0).toList();
        List<String> further = words.isEmpty() ? words : words.subList(1, words.size());
        (named.isEmpty() ? all : named).forEach(each -> command.addSubcommand(withSubcommands(each, further)));
        return command;
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
