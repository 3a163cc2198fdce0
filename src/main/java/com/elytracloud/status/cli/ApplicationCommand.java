package com.elytracloud.status.cli;

import java.io.PrintWriter;
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

    /**
     * What does the work, asked for by the command that runs and by no other: what all of them would need takes longer to
     * make than a run.
     */
    static <T> T bean(Class<T> type) {
        return Arc.container().select(type).get();
    }

    /** As the documents and reports are written, over several lines. */
    static String json(Object value) throws JsonProcessingException {
        return bean(ObjectMapper.class).writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /** Results, and nothing else. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** What a person should know besides the result. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
