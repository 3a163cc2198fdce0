package com.elytracloud.status.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.PackagedCli.Result;

import static org.assertj.core.api.Assertions.assertThat;

/** Each command that uses a secret with wrong credentials, and those that ask most services in other failures, with marked secrets, and all that they say searched for them. */
@QuarkusTest
class SecretsStayInsideQuarkusTest {
    private static final List<List<String>> COMMANDS =
            List.of(List.of("status", "publish"), List.of("monitors"), List.of("backups", "--json"), List.of("doctor"));
    private static final List<String> SECRETS = List.of(
            "UPTIME_KUMA_API_KEY",
            "SPACES_ACCESS_KEY",
            "SPACES_SECRET_KEY",
            "SLACK_WEBHOOK_URL",
            "ALERT_WEBHOOK_URL",
            "HEARTBEAT_URL");
    private static final String MARKED = "mArK3d/s3cret+Value=26signs";

    private LocalWorld world;

    @BeforeEach
    void start() throws IOException {
        world = new LocalWorld();
    }

    @AfterEach
    void stop() {
        world.close();
        CommandLineStage.configure(Map.of());
    }

    @Test
    void whenAllIsWell() throws Exception {
        everyCommandKeeps(variables(), List.of(List.of("status", "publish"), List.of("doctor")));
    }

    @Test
    void whenEveryCredentialIsWrong() throws Exception {
        Map<String, String> variables = variables();
        List.of("UPTIME_KUMA_API_KEY", "SPACES_ACCESS_KEY", "SPACES_SECRET_KEY")
                .forEach(variable -> variables.put(variable, variable.toLowerCase(Locale.ROOT) + MARKED));

        everyCommandKeeps(variables, COMMANDS);
    }

    @Test
    void whenNothingAnswers() throws Exception {
        Map<String, String> variables = variables();
        world.close();

        everyCommandKeeps(variables, List.of(List.of("doctor"), List.of("alerts", "test")));
    }

    @Test
    void whenTheStorageFails() throws Exception {
        world.storage().refuse("PUT", 500);

        Result result = CommandLineStage.run(variables(), "status", "publish");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        keeps(variables(), "status publish", result);
    }

    @Test
    void whenASecretStandsInAVariableThatIsNone() throws Exception {
        Map<String, String> variables = variables();
        List.of(
                        "COMPONENTS",
                        "STALE_AFTER",
                        "MONITOR_IDS",
                        "MONITOR_WEIGHTS",
                        "BACKUP_MIN_BYTES",
                        "BACKUP_BUCKET",
                        "STATUS_BUCKET",
                        "SPACES_REGION",
                        "BACKUP_POLICY_TEXT",
                        "STATUS_PUBLIC_URL")
                .forEach(variable -> variables.put(variable, world.variables().get("SPACES_SECRET_KEY")));

        Result result = CommandLineStage.run(variables, "status", "publish");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        keeps(variables, "status publish", result);
    }

    @Test
    void whenTheGuardRefusesATextOfTheSettings() throws Exception {
        Map<String, String> variables = world.variables();
        variables.put("INFRASTRUCTURE_NOTES", "Ask jane.doe@example.com");

        Result result = CommandLineStage.run(variables, "status", "publish");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("INFRASTRUCTURE_NOTES", "'email'").doesNotContain("jane");
        assertThat(world.storage().find(LocalWorld.SITE, "status.json")).isEmpty();
    }

    private void everyCommandKeeps(Map<String, String> variables, List<List<String>> commands) throws Exception {
        for (List<String> command : commands) {
            Result result = CommandLineStage.run(variables, command.toArray(new String[0]));
            keeps(variables, command.toString(), result);
        }
    }

    // Channels that nobody answers: every message to them fails, and says so.
    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(world.variables());
        for (String channel : List.of("SLACK_WEBHOOK_URL", "ALERT_WEBHOOK_URL", "HEARTBEAT_URL")) {
            variables.put(
                    channel, "http://127.0.0.1:1/hook/%s-mArK3ds3cret".formatted(channel.toLowerCase(Locale.ROOT)));
        }
        return variables;
    }

    private static void keeps(Map<String, String> variables, String what, Result result) {
        for (String variable : SECRETS) {
            String secret = variables.get(variable);
            String base64 = Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString((":" + secret).getBytes(StandardCharsets.UTF_8));
            assertThat(result.out() + result.err())
                    .as("%s: %s", what, variable)
                    .doesNotContain(
                            secret,
                            "mArK3d",
                            URLEncoder.encode(secret, StandardCharsets.UTF_8),
                            base64.substring(0, base64.length() - 1));
        }
    }
}
