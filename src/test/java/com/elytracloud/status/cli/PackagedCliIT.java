package com.elytracloud.status.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.PackagedCli;
import com.elytracloud.status.testing.PackagedCli.Result;
import com.elytracloud.status.testing.StatusSchema;

import static org.assertj.core.api.Assertions.assertThat;

/** What the command line does before the application starts; {@link CommandsQuarkusTest} and {@link DistributionIT} have the rest. */
class PackagedCliIT {
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
    void theSettingsOfADotEnvFilePublishForEveryone() throws Exception {
        Map<String, String> settings = world.variables();
        settings.put("INFRASTRUCTURE_NOTES", "From ${HOME} for 5 $$ a month");
        write(".env", settings, "%s=%s\n");

        Result result = elytra.run(Map.of("CRITICAL_MONITORS", "1"), "status", "publish");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).matches("published \\w+ to http\\S+ in \\d+\\.\\d s.*\n");
        assertThat(result.err()).contains("CRITICAL_MONITORS: is not a setting", "CRITICAL_MONITOR_IDS?");
        assertThat(StatusSchema.violations(world.published())).isEmpty();
        assertThat(new ObjectMapper()
                        .readTree(world.published())
                        .at("/infrastructure/notes")
                        .asText())
                .isEqualTo("From ${HOME} for 5 $$ a month");
        assertThat(world.storage().anonymousStatus(LocalWorld.SITE, "status.json"))
                .isEqualTo(200);
    }

    @Test
    void optionsOutrankTheSettingsAndTheUsualFile() throws Exception {
        write("elsewhere.env", world.variables(), "export %s=\"%s\"\n");
        Files.writeString(folder.resolve(".env"), "UPTIME_KUMA_URL='never read\n");

        Result result = elytra.run(Map.of(), "status", "publish", "--env-file", "elsewhere.env", "--output", "site");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(StatusSchema.violations(Files.readAllBytes(folder.resolve("site/status.json"))))
                .isEmpty();
        assertThat(world.storage().find(LocalWorld.SITE, "status.json")).isEmpty();
    }

    @Test
    void aFileOfSettingsThatCannotBeReadIsOneLine() throws Exception {
        Files.writeString(folder.resolve(".env"), "UPTIME_KUMA_API_KEY='hunter2\n");

        Result broken = elytra.run(Map.of(), "status", "summary");

        assertThat(broken.exitCode()).isEqualTo(2);
        assertThat(broken.err().lines())
                .singleElement()
                .asString()
                .contains("line 1")
                .doesNotContain("hunter2");
    }

    private void write(String file, Map<String, String> settings, String line) throws IOException {
        StringBuilder lines = new StringBuilder("\uFEFF# settings\n");
        settings.forEach((name, value) -> lines.append(line.formatted(name, value)));
        Files.writeString(folder.resolve(file), lines);
    }
}
