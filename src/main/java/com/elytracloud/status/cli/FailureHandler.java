package com.elytracloud.status.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.SettingsException;
import com.elytracloud.status.run.AlertDeliveryException;
import com.elytracloud.status.run.PublishException;

/** Prints why a command failed, and chooses its exit code. */
final class FailureHandler implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine from, ParseResult parsed) {
        PrintWriter err = from.getErr();
        if (failure instanceof SettingsException settings) {
            err.println(
                    ElytraCommand.isQuiet(from.getCommandSpec())
                            ? "elytra: wrong settings: " + join(settings, "; ")
                            : """
                            elytra: some settings are missing or wrong:
                              %s
                            Set them in the environment or in a .env file; .env.example explains each. To create one: elytra init""".formatted(join(settings, "\n  ")));
            return ExitCode.USAGE;
        }
        if (failure instanceof PublishException || failure instanceof AlertDeliveryException) {
            err.println("elytra: failed: " + failure.getMessage());
            return ExitCode.FAILED;
        }
        // No field: a logger made before the application starts would bring the JDK's log manager in.
        Logger.getLogger(FailureHandler.class).debug("the command failed", failure);
        err.println("elytra: internal error, please report it: " + failure);
        return ExitCode.FAILED;
    }

    private static String join(SettingsException settings, String separator) {
        return settings.problems().stream().map(Problem::toString).collect(Collectors.joining(separator));
    }
}
