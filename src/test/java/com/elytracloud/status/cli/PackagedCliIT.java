package com.elytracloud.status.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.PackagedCli;
import com.elytracloud.status.testing.PackagedCli.Result;
import com.elytracloud.status.testing.StatusSchema;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged command line, one command of each kind; {@link CommandsQuarkusTest} and {@link DistributionIT} have the rest. */
class PackagedCliIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    private LocalWorld world;
    private PackagedCli elytra;

    @BeforeEach
    void start() throws IOException {
        world = new LocalWorld();
        elytra = new PackagedCli(Path.of(System.getProperty("build.directory")), folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void wrongArgumentsAreExplainedAndExitWith2() throws Exception {
        Result result = elytra.run(Map.of(), "nonsense");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("elytra").doesNotContain("\tat ");
    }

    @Test
    void allProblemsOfTheSettingsAreToldAtOnceByName() throws Exception {
        Map<String, String> variables = Map.of(
                "UPTIME_KUMA_API_KEY", KumaReplay.API_KEY,
                "SPACES_SECRET_KEY", "marked-secret",
                "MONITOR_IDS", "1,two words",
                "STALE_AFTER", "30 minutes",
                "BACKUP_MAX_AGE_HOURS", "-1");

        Result result = elytra.run(variables, "status", "publish");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("UPTIME_KUMA_URL", "SPACES_ENDPOINT", "SPACES_ACCESS_KEY", "BACKUP_BUCKET", "STATUS_BUCKET")
                .contains("MONITOR_IDS", "STALE_AFTER", "BACKUP_MAX_AGE_HOURS")
                .doesNotContain(KumaReplay.API_KEY, "marked-secret", "Exception", "\tat ");
    }

    @Test
    void publishingMakesTheFileReadableForEveryone() throws Exception {
        Result result = elytra.run(world.variables(), "status", "publish");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).matches("published \\w+ to http\\S+ in \\d+\\.\\d s.*\n");
        assertThat(StatusSchema.violations(world.published())).isEmpty();
        assertThat(world.storage().anonymousStatus(LocalWorld.SITE, "status.json"))
                .isEqualTo(200);
    }

    @Test
    void anOptionOutranksTheSettings() throws Exception {
        Path output = folder.resolve("site");

        Result result = elytra.run(world.variables(), "status", "publish", "--output", output.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(StatusSchema.violations(Files.readAllBytes(output.resolve("status.json"))))
                .isEmpty();
        assertThat(world.storage().find(LocalWorld.SITE, "status.json")).isEmpty();
    }

    @Test
    void aMisspeltNameIsAWarningWithTheRightOne() throws Exception {
        Map<String, String> variables = world.variables();
        variables.put("CRITICAL_MONITORS", "1");

        Result result = elytra.run(variables, "status", "summary");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("CRITICAL_MONITORS: is not a setting", "CRITICAL_MONITOR_IDS?");
    }

    @Test
    void aFileOfSettingsIsNamedByAnOptionOrByAVariable() throws Exception {
        Map<String, String> variables = world.variables();
        Path file = folder.resolve("elsewhere.env");
        StringBuilder lines = new StringBuilder("\uFEFF# settings\n");
        variables.forEach((name, value) -> lines.append("export %s=\"%s\"\n".formatted(name, value)));
        Files.writeString(file, lines);
        Files.writeString(folder.resolve(".env"), "UPTIME_KUMA_URL='never read\n");

        for (Result result : List.of(
                elytra.run(Map.of(), "status", "summary", "--env-file", file.toString()),
                elytra.run(Map.of("ELYTRA_ENV_FILE", file.toString()), "status", "summary"))) {
            assertThat(result.exitCode()).as(result.err()).isZero();
        }
    }

    @Test
    void aFileOfSettingsThatCannotBeReadIsOneLine() throws Exception {
        Result missing = elytra.run(Map.of(), "status", "summary", "--env-file", "nowhere.env");
        Files.writeString(folder.resolve(".env"), "UPTIME_KUMA_API_KEY='hunter2\n");
        Result broken = elytra.run(Map.of(), "status", "summary");

        assertThat(missing).isEqualTo(new Result(2, "", "elytra: nowhere.env does not exist.\n"));
        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err().lines())
                .singleElement()
                .asString()
                .contains("line 1")
                .doesNotContain("hunter2");
    }

    @Test
    void settingsMayStandInADotEnvFileAndADollarStaysADollar() throws Exception {
        Map<String, String> variables = world.variables();
        variables.put("INFRASTRUCTURE_NOTES", "From ${HOME} for 5 $$ a month");
        StringBuilder lines = new StringBuilder();
        variables.forEach(
                (name, value) -> lines.append(name).append('=').append(value).append('\n'));
        Files.writeString(folder.resolve(".env"), lines);

        Result result = elytra.run(Map.of(), "status", "summary", "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(MAPPER.readTree(result.out()).at("/infrastructure/notes").asText())
                .isEqualTo("From ${HOME} for 5 $$ a month");
    }

    @Test
    void theDoctorListsWrongSettingsAndLooksAtTheRest() throws Exception {
        Map<String, String> variables = world.variables();
        variables.remove("BACKUP_BUCKET");
        variables.put("STALE_AFTER", "30 minutes");
        variables.put("SENDGRID_API_KEY", "SG.marked-secret");

        Result result = elytra.run(variables, "doctor", "--json");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).doesNotContain("marked-secret", KumaReplay.API_KEY);
        Map<String, String> verdicts = new HashMap<>();
        MAPPER.readTree(result.out())
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
