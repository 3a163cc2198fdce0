package com.elytracloud.status.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.elytracloud.status.config.EnvFile;
import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.LocalWorldResource;
import com.elytracloud.status.testing.PackagedCli.Result;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code elytra init} against replayed Uptime Kuma and a local S3 server. */
@QuarkusTest
@WithTestResource(LocalWorldResource.class)
class InitCommandQuarkusTest {
    private static final List<String> ASKED = Setup.ALL.stream()
            .flatMap(setup -> setup.questions().stream())
            .map(Setup.Question::variable)
            .toList();

    @TempDir
    Path folder;

    LocalWorld world;

    private final InputStream keyboard = System.in;

    @AfterEach
    void restore() {
        System.setIn(keyboard);
        ASKED.forEach(System::clearProperty);
        InitCommand.renewBeans();
    }

    @Test
    void theAnswersAreTestedAndWrittenForTheOwnerOnly() throws Exception {
        Result result = init("--non-interactive");

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.out())
                .contains("OK   Uptime Kuma", "OK   status bucket", "Settings written to")
                .doesNotContain(KumaReplay.API_KEY, world.variables().get("SPACES_SECRET_KEY"));
        assertThat(EnvFile.read(file()))
                .containsEntry("UPTIME_KUMA_API_KEY", KumaReplay.API_KEY)
                .containsEntry("STATUS_BUCKET", LocalWorld.SITE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void aWrongAnswerIsExplainedAndAskedForAgain() throws Exception {
        type("", "uk1_wrong", "", "y", "", KumaReplay.API_KEY, "");

        Result result = init();

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("FAIL Uptime Kuma: UNAUTHORIZED", "OK   Uptime Kuma");
        assertThat(EnvFile.read(file())).containsEntry("UPTIME_KUMA_API_KEY", KumaReplay.API_KEY);
    }

    @Test
    void withoutAnybodyToAskAFailedTestEndsItAndNothingIsWritten() throws Exception {
        Result result = init("--non-interactive", "--set", "UPTIME_KUMA_API_KEY=uk1_wrong");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out()).contains("FAIL Uptime Kuma: UNAUTHORIZED").doesNotContain("uk1_wrong");
        assertThat(file()).doesNotExist();
    }

    @Test
    void anExistingFileIsContinuedAndItsOtherLinesStay() throws Exception {
        Files.writeString(
                file(), "# ours\nSITE_TITLE=\"Status of Müller & Söhne\"\nUPTIME_KUMA_API_KEY=old\nOTHER=1\n");

        Result result = init("--non-interactive", "--set", "UPTIME_KUMA_API_KEY=" + KumaReplay.API_KEY);

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(Files.readAllLines(file()))
                .startsWith("# ours", "SITE_TITLE='Status of Müller & Söhne'")
                .contains("OTHER=1");
        assertThat(EnvFile.read(file())).containsEntry("UPTIME_KUMA_API_KEY", KumaReplay.API_KEY);
    }

    @Test
    void terraformGetsItsVariablesAndTheNamesOfTheSecrets() throws Exception {
        Path tfvars = folder.resolve("prod.tfvars");

        Result result = init(
                "--non-interactive",
                "--no-test",
                "--set",
                "STATUS_PUBLIC_URL=https://status.example.com/status.json",
                "--terraform",
                tfvars.toString());

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("TF_VAR_secrets: UPTIME_KUMA_API_KEY\n");
        assertThat(tfvars)
                .content()
                .contains(
                        "domain        = \"status.example.com\"",
                        "cors_origins  = [\"https://example.com\", \"https://www.example.com\"]",
                        "UPTIME_KUMA_API_KEY = 1")
                .doesNotContain(KumaReplay.API_KEY, world.variables().get("SPACES_SECRET_KEY"));
    }

    @Test
    void aMissingAnswerIsNamed() {
        Result result = init("--non-interactive", "--set", "BACKUP_BUCKET=x", "--set", "UPTIME_KUMA_URL=", "--no-test");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("no answer for UPTIME_KUMA_URL");
    }

    private Path file() {
        return folder.resolve(".env");
    }

    private Result init(String... options) {
        List<String> arguments = new ArrayList<>(List.of("init", "--output", file().toString()));
        arguments.addAll(List.of(options));
        return CommandLineStage.run(arguments.toArray(String[]::new));
    }

    private static void type(String... lines) {
        byte[] typed = String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8);
        System.setIn(new ByteArrayInputStream(typed));
    }
}
