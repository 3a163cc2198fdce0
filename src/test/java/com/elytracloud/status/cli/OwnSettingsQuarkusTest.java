package com.elytracloud.status.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.elytracloud.status.testing.BetterStackReplay;
import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.PackagedCli.Result;
import com.elytracloud.status.testing.StatusSchema;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands with other settings than those of the demo: with a token of Better Stack only, and with wrong values. */
@QuarkusTest
class OwnSettingsQuarkusTest {
    @TempDir
    Path folder;

    private BetterStackReplay service;

    @BeforeEach
    void start() throws IOException {
        service = new BetterStackReplay();
    }

    @AfterEach
    void stop() {
        service.close();
        CommandLineStage.configure(Map.of());
    }

    @Test
    void itsMonitorsAreListedByItsIds() throws Exception {
        Result result = CommandLineStage.run(service.variables(), "monitors", "--json");

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

        Result result = CommandLineStage.run(variables, "status", "publish");

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
        Result result = CommandLineStage.run(
                Map.of("BETTER_STACK_URL", service.url(), "BETTER_STACK_TOKEN", "marked-wrong-token"), "monitors");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("UNAUTHORIZED", "the token is wrong or revoked");
        assertThat(result.out() + result.err()).doesNotContain("marked-wrong-token");
    }

    @Test
    void allProblemsOfTheSettingsAreToldAtOnceByName() throws Exception {
        Map<String, String> variables = Map.of(
                "UPTIME_KUMA_API_KEY", KumaReplay.API_KEY,
                "SPACES_SECRET_KEY", "marked-secret",
                "MONITOR_IDS", "1,two words",
                "STALE_AFTER", "30 minutes",
                "BACKUP_MAX_AGE_HOURS", "-1");

        Result result = CommandLineStage.run(variables, "status", "publish");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("UPTIME_KUMA_URL", "SPACES_ENDPOINT", "SPACES_ACCESS_KEY", "BACKUP_BUCKET", "STATUS_BUCKET")
                .contains("MONITOR_IDS", "STALE_AFTER", "BACKUP_MAX_AGE_HOURS")
                .doesNotContain(KumaReplay.API_KEY, "marked-secret", "Exception", "\tat ");
    }

    @Test
    void quietlyWrongSettingsAreOneLine() {
        Result result = CommandLineStage.run(Map.of("BACKUP_MIN_BYTES", "many"), "--quiet", "status", "publish");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).matches("elytra: wrong settings: [^\n]*BACKUP_MIN_BYTES[^\n]*\n");
    }

    @Test
    void theDoctorListsWrongSettingsAndLooksAtTheRest() throws Exception {
        Result result;
        try (LocalWorld world = new LocalWorld()) {
            Map<String, String> variables = world.variables();
            variables.remove("BACKUP_BUCKET");
            variables.put("STALE_AFTER", "30 minutes");
            variables.put("SENDGRID_API_KEY", "SG.marked-secret");

            result = CommandLineStage.run(variables, "doctor", "--json");
        }

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).doesNotContain("marked-secret", KumaReplay.API_KEY);
        Map<String, String> verdicts = new HashMap<>();
        new ObjectMapper()
                .readTree(result.out())
                .forEach(row -> verdicts.put(
                        row.path("name").asText(), row.path("verdict").asText()));
        assertThat(verdicts)
                .containsEntry("BACKUP_BUCKET", "fail")
                .containsEntry("STALE_AFTER", "fail")
                .containsEntry("SENDGRID_FROM_EMAIL", "fail")
                .containsEntry("backup bucket", "skipped")
                .containsEntry("alert channels", "skipped")
                .containsEntry("Uptime Kuma", "ok")
                .containsEntry("status bucket", "ok");
    }
}
