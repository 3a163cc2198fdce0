package com.elytracloud.status.cli;

import io.quarkus.runtime.QuarkusApplication;
import org.eclipse.microprofile.config.ConfigProvider;
import picocli.CommandLine;

import com.elytracloud.status.config.KnownVariables;

/** Runs a command once the application has started. */
public final class ElytraApplication implements QuarkusApplication {
    /** Parsed before the start: the framework creates this class itself, and passes nothing but the arguments. */
    private static CommandLine commands;

    static void willRun(CommandLine read) {
        commands = read;
    }

    @Override
    public int run(String... args) {
        ElytraCommand root = commands.getCommand();
        if (!root.isQuiet()) {
            KnownVariables.unknown(ConfigProvider.getConfig())
                    .forEach(warning -> commands.getErr().println("elytra: warning: " + warning));
        }
        return commands.execute(args);
    }
}
