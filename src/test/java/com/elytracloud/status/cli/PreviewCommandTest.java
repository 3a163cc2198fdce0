package com.elytracloud.status.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.testing.StatusSchema;

import static org.assertj.core.api.Assertions.assertThat;

class PreviewCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "operational, All systems operational",
        "degraded, Degraded performance",
        "partial-outage, Partial outage",
        "outage, Major outage",
        "maintenance, Under maintenance",
        "unknown, Current state unknown",
        "stale, All systems operational",
        "new, All systems operational",
    })
    void writesTheWholeSiteInThatState(String state, String sentence) throws Exception {
        Path output = folder.resolve("a/site");

        int exitCode = run("site", "preview", "--state", state, "--output", output.toString());

        assertThat(exitCode).as(err.toString()).isZero();
        assertThat(out.toString()).isEqualTo(output.resolve("index.html") + System.lineSeparator());
        assertThat(output.resolve("index.html")).content().contains("<h1 id=\"sentence\" dir=\"auto\">" + sentence);
        assertThat(output.resolve("card.html")).content().contains("<elytra-status-card src=\"status.json\">");
        assertThat(output.resolve("api/v2/incidents/unresolved.json")).exists();
        assertThat(StatusSchema.violations(Files.readAllBytes(output.resolve("status.json"))))
                .isEmpty();
    }

    @Test
    void thePageIsNamedInJson() throws Exception {
        run("site", "preview", "--state", "new", "--output", folder.toString(), "--json");

        assertThat(new ObjectMapper().readTree(out.toString()).path("page").asText())
                .isEqualTo(folder.resolve("index.html").toString());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void helpListsEveryState() {
        int exitCode = run("site", "preview", "--help");

        assertThat(exitCode).isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("operational, degraded, partial-outage, outage, maintenance, unknown, stale, new");
    }

    @Test
    void anUnknownStateIsExplained() {
        int exitCode = run("site", "preview", "--state", "purple");

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("'purple'", "operational, degraded, partial-outage,");
    }

    private int run(String... arguments) {
        return ElytraCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
