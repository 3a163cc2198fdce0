package com.elytracloud.status.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that needs the application. It is made, and its arguments are read, before the application starts. */
abstract class ApplicationCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    /** The object that does the work. */
    static <T> T bean(Class<T> type) {
        return Arc.container().select(type).get();
    }

    /** As the documents and reports are written, over several lines. */
    static String json(Object value) {
        try {
            return bean(ObjectMapper.class).writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints a result for people, unless they want none. */
    final void say(Object text) {
        if (spec.root().userObject() instanceof ElytraCommand root && !root.isQuiet()) {
            out().print(text);
            out().flush();
        }
    }

    /** Whether a person reads along, so that progress can be shown. */
    final boolean isTerminal() {
        return spec.commandLine().getColorScheme().ansi().enabled();
    }

    /** Text in a colour, where colours are wanted. */
    final String coloured(String style, String text) {
        return spec.commandLine().getColorScheme().ansi().string("@|%s %s|@".formatted(style, text));
    }

    /** Results, and nothing else. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** What a person should know in addition to the result. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
