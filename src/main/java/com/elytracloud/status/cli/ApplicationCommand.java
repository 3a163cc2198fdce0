package com.elytracloud.status.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import com.elytracloud.status.domain.Reading;

/** Commands that need the application. They are made, and their arguments are read, before the application starts. */
abstract class ApplicationCommand {
    @Spec
    private CommandSpec spec;

    /** The object that does the work. */
    static <T> T bean(Class<T> type) {
        return Arc.container().select(type).get();
    }

    /** Options that stand for settings, by variable, only those that were given. */
    Map<String, String> settings() {
        return Map.of();
    }

    /** Prints a result. */
    final void print(boolean asJson, Object value, Supplier<String> text) {
        try {
            ObjectMapper mapper = bean(ObjectMapper.class);
            out().print(asJson ? mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n" : text.get());
            out().flush();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints the response of a source, or that it did not respond; returns the exit code. */
    final <T> int answer(String source, Reading<T> reading, Function<T, Integer> print) {
        return reading.fold(
                print,
                () -> {
                    err().println("elytra: no %s found; elytra doctor checks the settings".formatted(source));
                    return ExitCode.DONE;
                },
                failure -> fail("the %s could not be read: %s".formatted(source, failure)));
    }

    /** Prints why the command failed. */
    final int fail(String why) {
        err().println("elytra: " + why);
        return ExitCode.FAILED;
    }

    /** Prints why the command cannot be tried. */
    final int refuse(String why) {
        fail(why);
        return ExitCode.USAGE;
    }

    /** Whether only failures are printed. */
    final boolean isQuiet() {
        return ElytraCommand.isQuiet(spec);
    }

    /** Enabled if a person reads along: then colours and progress are shown. */
    final Ansi ansi() {
        return spec.commandLine().getColorScheme().ansi();
    }

    /** Results, and nothing else. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** What a person should know in addition to the result. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** A constant as people and documents write it. */
    static String word(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
