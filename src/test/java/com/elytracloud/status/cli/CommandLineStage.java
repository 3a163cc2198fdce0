package com.elytracloud.status.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.elytracloud.status.testing.LoggedLines;
import com.elytracloud.status.testing.PackagedCli.Result;

/** The command line within the application of a test: no process, no packaging. */
public final class CommandLineStage {
    private static final Set<String> CONFIGURED = new HashSet<>();

    private CommandLineStage() {}

    /** Gives the application these variables instead of those of the last call, and new beans that read them. */
    public static void configure(Map<String, String> variables) {
        CONFIGURED.forEach(System::clearProperty);
        CONFIGURED.addAll(variables.keySet());
        variables.forEach(System::setProperty);
        InitCommand.renewBeans();
    }

    /** Runs a command to its end. */
    public static Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = ElytraCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Result(exitCode, out.toString(), err.toString());
    }

    /** The same with these variables, and with the log among the errors, as in a process of its own. */
    public static Result run(Map<String, String> variables, String... arguments) {
        configure(variables);
        try (LoggedLines log = new LoggedLines()) {
            Result result = run(arguments);
            return new Result(result.exitCode(), result.out(), result.err() + log.text());
        }
    }
}
