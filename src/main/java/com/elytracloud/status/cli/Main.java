package com.elytracloud.status.cli;

import java.util.Map;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Starts the command line. Help and wrong arguments are answered before anything is configured. */
@QuarkusMain
public final class Main {
    private Main() {}

    /** The process's entry. */
    public static void main(String... args) {
        CommandLine commands = ElytraCommand.commandLine();
        Object wanted = wanted(commands, args);
        if (wanted == null) {
            System.exit(commands.execute(args));
        }
        if (wanted instanceof OverridesSettings options) {
            // System properties outrank the environment, as an option given by hand should.
            for (Map.Entry<String, String> option : options.settings().entrySet()) {
                System.setProperty(option.getKey(), option.getValue());
            }
        }
        ElytraApplication.willRun(commands);
        Quarkus.run(ElytraApplication.class, args);
    }

    // The command that needs the application, or null where parsing alone says everything.
    private static Object wanted(CommandLine commands, String... args) {
        try {
            ParseResult parsed = commands.parseArgs(args);
            while (parsed.hasSubcommand() && !asksForWords(parsed)) {
                parsed = parsed.subcommand();
            }
            Object command = parsed.commandSpec().userObject();
            return asksForWords(parsed) || !(command instanceof ApplicationCommand) ? null : command;
        } catch (CommandLine.ParameterException e) {
            return null;
        }
    }

    private static boolean asksForWords(ParseResult parsed) {
        return parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
    }
}
