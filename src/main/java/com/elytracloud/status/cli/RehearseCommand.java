package com.elytracloud.status.cli;

import java.io.IOException;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.rehearsal.Rehearsal;

/** What {@code bin/elytra-train} lets a JVM watch; of no use to anybody else, and so not listed. */
@Dependent
@Unremovable
@Command(
        name = "rehearse",
        hidden = true,
        description = "Whole runs against servers of its own on loopback; reads no settings, changes nothing.")
final class RehearseCommand extends ApplicationCommand {
    @Option(
            names = "--times",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often; default: ${DEFAULT-VALUE}.")
    private int times;

    @Inject
    Rehearsal rehearsal;

    @Inject
    ObjectMapper mapper;

    @Override
    public Integer call() throws IOException {
        out().println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(rehearsal.rehearse(times)));
        return ExitCode.DONE;
    }
}
