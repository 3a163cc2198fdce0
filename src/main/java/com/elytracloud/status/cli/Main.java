package com.elytracloud.status.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import com.elytracloud.status.config.EnvFile;
import com.elytracloud.status.config.KnownVariables;

/** Starts the command line. Help and wrong arguments are handled before anything is configured. */
@QuarkusMain
public final class Main {
    private Main() {}

    /** The process's entry. */
    public static void main(String... args) {
        // Numbers are written alike for every operator.
        Locale.setDefault(Locale.ROOT);
        CommandLine commands =
                ElytraCommand.commandLine().setOut(writer(FileDescriptor.out)).setErr(writer(FileDescriptor.err));
        if (Arrays.stream(args).anyMatch(arg -> arg.indexOf('\uFFFD') >= 0)) {
            refuse(commands, "an argument is not valid in the encoding of this locale; set LC_ALL=C.UTF-8");
        }
        Object wanted = wanted(commands, args);
        if (wanted == null) {
            System.exit(commands.execute(args));
        }
        ElytraCommand root = commands.getCommand();
        root.applyLogLevel();
        setUp(commands, root, wanted);
        Application.commands = commands;
        Quarkus.run(Application.class, args);
    }

    /** Runs a command once the application has started. */
    public static final class Application implements QuarkusApplication {
        /** Parsed before the start: the framework creates this class itself, and passes nothing but the arguments. */
        private static CommandLine commands;

        @Override
        public int run(String... args) {
            if (!ElytraCommand.isQuiet(commands.getCommandSpec())) {
                KnownVariables.unknown(ConfigProvider.getConfig())
                        .forEach(warning -> commands.getErr().println("elytra: warning: " + warning));
            }
            return commands.execute(args);
        }
    }

    // System properties outrank the environment, as an option given by hand should.
    private static void setUp(CommandLine commands, ElytraCommand root, Object wanted) {
        if (wanted instanceof ApplicationCommand command) {
            command.settings().forEach(System::setProperty);
        }
        try {
            Optional<Path> file = EnvFile.find(root.envFile());
            if (file.isPresent()) {
                EnvFile.read(file.get());
                System.setProperty(EnvFile.PROPERTY, file.get().toAbsolutePath().toString());
            }
        } catch (IOException e) {
            refuse(commands, e.getMessage());
        }
    }

    private static void refuse(CommandLine commands, String why) {
        commands.getErr().println("elytra: " + why);
        System.exit(ExitCode.USAGE);
    }

    // Not System.out: it swallows errors, and its encoding is that of the locale.
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    // The command that needs the application, or null if parsing the arguments is enough.
    private static Object wanted(CommandLine commands, String... args) {
        try {
            ParseResult parsed = commands.parseArgs(args);
            while (parsed.hasSubcommand() && !asksForHelp(parsed)) {
                parsed = parsed.subcommand();
            }
            Object command = parsed.commandSpec().userObject();
            boolean needsApplication =
                    command instanceof Method || (command instanceof ApplicationCommand && command instanceof Callable);
            return needsApplication && !asksForHelp(parsed) ? command : null;
        } catch (CommandLine.ParameterException e) {
            return null;
        }
    }

    private static boolean asksForHelp(ParseResult parsed) {
        return parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
    }
}
