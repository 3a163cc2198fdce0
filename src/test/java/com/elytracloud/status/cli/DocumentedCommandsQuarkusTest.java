package com.elytracloud.status.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.elytracloud.status.cli.DocumentedCommands.Command;
import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.PackagedCli.Result;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;

/** Every command of ours in the documents does what it is shown for: it is run in their order, and exits with 0. */
@QuarkusTest
@WithTestResource(CommandWorld.class)
class DocumentedCommandsQuarkusTest {
    /** What begins a command that this test cannot run, and what does instead. */
    private static final Map<String, String> NOT_RUN = Map.of(
            "init", "InitCommandQuarkusTest runs it",
            "doctor", "DoctorCommandQuarkusTest runs it; plain HTTP of a stub server is no healthy site",
            "--help", "CommandsQuarkusTest runs it, before anything starts",
            "status publish --output", "PackagedCliIT runs it: the option is read before the application starts",
            "status check --url",
                    "PublishedStatusClientTest reads an address; the option itself is read before the start");

    private static final String BACKUP = "backups/aurora/2026-11-25.tar.gz";

    @TempDir
    Path folder;

    LocalWorld world;

    @AfterEach
    void reset() {
        world.storage().reset();
        world.storage().empty(LocalWorld.SITE);
        world.storeBackups();
    }

    @Test
    void everyCommandOfOursRuns() throws Exception {
        for (String channel : List.of(CommandWorld.HOOK, CommandWorld.SLACK)) {
            world.storage().front().stubFor(post(channel).willReturn(aResponse()));
        }
        world.storage().put(LocalWorld.BACKUPS, BACKUP, gzip());
        assertThat(CommandLineStage.run("status", "publish").exitCode()).isZero();
        String id = "";
        Set<List<String>> left = new LinkedHashSet<>();
        for (Command command : DocumentedCommands.all()) {
            if (!command.program().endsWith("elytra") || isNotRun(command)) {
                continue;
            }
            List<String> arguments = new ArrayList<>(command.arguments());
            String posted = id;
            arguments.replaceAll(word -> concrete(word, posted));
            if (arguments.contains("preview")) {
                int output = arguments.indexOf("--output");
                arguments
                        .subList(output < 0 ? arguments.size() : output, arguments.size())
                        .clear();
                arguments.addAll(List.of("--output", folder.toString()));
            }
            if (!left.add(arguments)) {
                continue;
            }
            boolean opens = arguments.contains("open") || arguments.contains("schedule");
            if (opens) {
                arguments.add("--json");
            }

            Result result = CommandLineStage.run(arguments.toArray(String[]::new));

            assertThat(result.exitCode())
                    .as(command + ": " + result.out() + result.err())
                    .isZero();
            id = opens ? new ObjectMapper().readTree(result.out()).path("id").asText() : id;
        }
        assertThat(left).hasSizeGreaterThan(20);
    }

    private static boolean isNotRun(Command command) {
        String arguments = String.join(" ", command.arguments());
        return NOT_RUN.keySet().stream().anyMatch(arguments::startsWith);
    }

    // What stands for something of the reader's own, and times that would be past.
    private String concrete(String word, String id) {
        return switch (word) {
            case "ID" -> id;
            case "FILE/URL", "status.json" ->
                Path.of("src/test/resources/contract/status.golden.json").toString();
            case "KEY" -> BACKUP;
            case "2026-11-26 22:00" -> in("PT1H");
            case "2026-11-26 23:30" -> in("PT2H");
            case "2026-11-27 00:30" -> in("PT3H");
            default -> word;
        };
    }

    private static byte[] gzip() throws IOException {
        byte[] content = new byte[4096];
        new Random(1).nextBytes(content);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static String in(String time) {
        return Instant.now().plus(Duration.parse(time)).toString();
    }
}
