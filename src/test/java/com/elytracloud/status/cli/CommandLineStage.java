package com.elytracloud.status.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

import com.elytracloud.status.testing.PackagedCli.Result;

/** The command line within the application of a test: no process, no packaging. */
final class CommandLineStage {
    private CommandLineStage() {}

    static Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = ElytraCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Result(exitCode, out.toString(), err.toString());
    }
}
