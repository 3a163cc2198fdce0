package com.elytracloud.status.cli;

import io.quarkus.runtime.QuarkusApplication;
import picocli.CommandLine;

/** Runs a command once everything stands that it may ask for. */
public final class ElytraApplication implements QuarkusApplication {
    /** Read from their annotations once: the framework makes this class itself, and takes nothing but words. */
    private static CommandLine commands;

    static void willRun(CommandLine read) {
        commands = read;
    }

    @Override
    public int run(String... args) {
        return commands.execute(args);
    }
}
