package com.elytracloud.status.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.site.Sample;
import com.elytracloud.status.site.SiteIdentity;
import com.elytracloud.status.site.StaticSite;
import com.elytracloud.status.time.ClockProducer;

/** The site with invented content. Needs neither settings nor the application. */
@Command(
        name = "preview",
        description =
                "Writes the whole site with sample content, and a page with the card, into a folder; needs no settings.")
final class PreviewCommand implements Callable<Integer> {
    @Option(
            names = "--state",
            paramLabel = "S",
            required = true,
            description = "What it shows: ${COMPLETION-CANDIDATES}.")
    private Sample state;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "site-preview",
            description = "The folder, made if it is missing; default: ${DEFAULT-VALUE}.")
    private Path output;

    @Option(names = "--json", description = "Print the path of the page as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Instant now = ClockProducer.systemClock().instant();
        for (SiteFile file : new StaticSite(SiteIdentity.DEFAULT).render(state.status(now), state.history(now))) {
            write(file.path(), file.bytes());
        }
        try (InputStream card = PreviewCommand.class.getResourceAsStream("preview-card.html")) {
            write("card.html", card.readAllBytes());
        }
        Path page = output.resolve("index.html").toAbsolutePath();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(new String(Json.document(Map.of("page", page.toString())), StandardCharsets.UTF_8));
            out.flush();
        } else {
            String hint = "Serve the folder to see the scripts work: python3 -m http.server -d " + output;
            out.println(page);
            spec.commandLine().getErr().println(hint);
        }
        return ExitCode.DONE;
    }

    private void write(String path, byte[] bytes) throws IOException {
        Path file = output.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
