package com.elytracloud.status.cli;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.QuarkusApplication;
import picocli.CommandLine;

import com.elytracloud.status.config.SettingsWarnings;

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
            Arc.container().select(SettingsWarnings.class).get().unknownNames().forEach(warning -> commands.getErr()
                    .println("elytra: warning: " + warning));
        }
        return commands.execute(args);
    }
}
