package com.elytracloud.status.cli;

import java.io.IOException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.rehearsal.Rehearsal;

/** What {@code bin/elytra-train} lets a JVM watch; of no use to anybody else, and so not listed. */
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

    @Override
    public Integer call() throws IOException {
        out().println(json(bean(Rehearsal.class).rehearse(times)));
        return ExitCode.DONE;
    }
}
