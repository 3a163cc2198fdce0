package com.elytracloud.status.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that needs the application. Created anew by the bean container when it runs. */
abstract class ApplicationCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** Results, and nothing else. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** What a person should know besides the result. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
