package com.elytracloud.status.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

import picocli.CommandLine.Option;

/** A command whose result is available as JSON too. */
abstract class ResultCommand extends ApplicationCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    final boolean isJson() {
        return json;
    }

    final void print(Object value, Supplier<String> text) {
        print(json, value, text);
    }

    /** Prints a result, which is not needed with {@code --quiet} if all is well; returns the exit code. */
    final int print(boolean isGood, Object value, String text) {
        if (!isGood || !isQuiet()) {
            print(json, value, () -> text);
        }
        return isGood ? ExitCode.DONE : ExitCode.FAILED;
    }
}
