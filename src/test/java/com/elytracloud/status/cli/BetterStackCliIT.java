package com.elytracloud.status.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.elytracloud.status.testing.BetterStackReplay;
import com.elytracloud.status.testing.PackagedCli;
import com.elytracloud.status.testing.PackagedCli.Result;
import com.elytracloud.status.testing.StatusSchema;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged command line with a token of Better Stack and nothing of Uptime Kuma. */
class BetterStackCliIT {
    @TempDir
    Path folder;

    private BetterStackReplay service;
    private PackagedCli elytra;

    @BeforeEach
    void start() throws IOException {
        service = new BetterStackReplay();
        elytra = new PackagedCli(Path.of(System.getProperty("build.directory")), folder);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void itsMonitorsAreListedByItsIds() throws Exception {
        Result result = elytra.run(service.variables(), "monitors", "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        JsonNode rows = new ObjectMapper().readTree(result.out());
        assertThat(rows).hasSize(9);
        assertThat(rows)
                .filteredOn(row -> row.path("id").asText().equals("258301"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("monitor_class").asText()).isEqualTo("up"));
        assertThat(result.out()).contains("Aurora Bakery shop").doesNotContain("Former tenant Zeta");
        assertThat(result.out() + result.err()).doesNotContain(BetterStackReplay.TOKEN);
    }

    @Test
    void aSiteIsPublishedWithoutUptimeAtFirstAndWithNoInternalName() throws Exception {
        Map<String, String> variables = new HashMap<>(service.variables());
        variables.putAll(service.healthy());
        variables.put("OUTPUT_DIR", folder.resolve("site").toString());
        variables.put("BACKUP_BUCKET", "none");
        variables.put("STATUS_PUBLIC_URL", "https://status.example.com/status.json");

        Result result = elytra.run(variables, "status", "publish");

        assertThat(result.exitCode()).as(result.err()).isZero();
        byte[] published = Files.readAllBytes(folder.resolve("site/status.json"));
        assertThat(StatusSchema.violations(published)).isEmpty();
        JsonNode status = new ObjectMapper().readTree(published);
        assertThat(status.path("platform_status").asText()).isEqualTo("operational");
        assertThat(status.at("/uptime/last_24h").isNull()).isTrue();
        assertThat(status.path("components")).hasSize(4);
        for (String file : List.of("status.json", "index.html", "history.json", "feed.atom", "api/v2/summary.json")) {
            assertThat(Files.readString(folder.resolve("site").resolve(file)))
                    .doesNotContainIgnoringCase(
                            "aurora", "borealis", "258301", "10.20.30", "betterstack", BetterStackReplay.TOKEN);
        }
        assertThat(result.out() + result.err()).doesNotContain(BetterStackReplay.TOKEN);
    }

    @Test
    void aWrongTokenIsSaidAndNotShown() throws Exception {
        Result result = elytra.run(
                Map.of("BETTER_STACK_URL", service.url(), "BETTER_STACK_TOKEN", "marked-wrong-token"), "monitors");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("UNAUTHORIZED", "the token is wrong or revoked");
        assertThat(result.out() + result.err()).doesNotContain("marked-wrong-token");
    }
}
