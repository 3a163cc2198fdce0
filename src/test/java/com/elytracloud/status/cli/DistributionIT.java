package com.elytracloud.status.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The zip that people unpack: {@code bin/elytra} and all it needs. */
class DistributionIT {
    private static final Path ZIP = Path.of(System.getProperty("build.directory"), "elytra-status-cli.zip");

    @TempDir
    Path folder;

    @BeforeEach
    void unpack() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(ZIP, Map.of("enablePosixFileAttributes", true));
                Stream<Path> files = Files.walk(zip.getPath("/"))) {
            files.filter(Files::isRegularFile).forEach(this::unpack);
        }
    }

    @Test
    void itRunsAsUnpackedFromAnyFolderAndThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("elytra"), Path.of("elytra-status", "bin", "elytra"));

        assertThat(run(Files.createDirectory(folder.resolve("elsewhere")), link.toString(), "--help"))
                .startsWith("0\n")
                .contains("Usage: elytra", "publish");
    }

    @Test
    void withoutJavaItSaysSo() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("no-java"));

        assertThat(run(Map.of("JAVA_HOME", empty.toString()), folder, "elytra-status/bin/elytra", "--help"))
                .startsWith("2")
                .contains("no Java found");
    }

    @Test
    void itHoldsWhatAnOperatorNeeds() {
        assertThat(List.of(
                        ".env.example",
                        "README.md",
                        "CHANGELOG.md",
                        "docs/run-anywhere.md",
                        "man/man1/elytra.1",
                        "cron/elytra-status",
                        "cron/elytra-status.logrotate",
                        "systemd/elytra-status.timer",
                        "systemd/elytra-status-watch.timer"))
                .allSatisfy(name -> assertThat(folder.resolve("elytra-status").resolve(name))
                        .isNotEmptyFile());
    }

    @Test
    void everyLinkOfItsDocumentsOpensAFile() throws IOException {
        Pattern link = Pattern.compile("\\]\\((?!https?:)([^)#]+)");
        List<Path> opened = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("elytra-status"))) {
            for (Path document :
                    files.filter(file -> file.toString().endsWith(".md")).toList()) {
                link.matcher(Files.readString(document))
                        .results()
                        .forEach(found -> opened.add(document.resolveSibling(found.group(1))));
            }
        }

        assertThat(opened).isNotEmpty().allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void theLinesOfCronAreQuietOnSuccessAndPrintOneLineOnFailure() throws Exception {
        Path settings = Files.writeString(folder.resolve("cron.env"), """
                UPTIME_KUMA_URL="http://127.0.0.1:1"
                UPTIME_KUMA_STATUS_PAGE=all
                BACKUP_BUCKET=none
                OUTPUT_DIR=%s
                STATUS_PUBLIC_URL=http://127.0.0.1:1/status.json
                ALERT_WEBHOOK_URL=http://localhost:2/hook
                SITE_TITLE='Störung – Müller'
                """.formatted(folder.resolve("site")));
        List<String> lines = Files.readAllLines(folder.resolve("elytra-status/cron/elytra-status")).stream()
                .filter(line -> line.matches("[*0-9].*"))
                .map(line -> line.substring(line.indexOf("/opt/elytra-status")).replace("/opt", folder.toString()))
                .toList();
        assertThat(lines).hasSize(2);

        assertThat(runAsCron(settings, lines.get(0))).isEqualTo("0\n");
        assertThat(folder.resolve("site/index.html")).content().contains("Störung – Müller");
        // A failed check is confirmed by one that is at least four minutes later: nothing is sent before.
        assertThat(runAsCron(settings, lines.get(1))).isEqualTo("0\n");
        Files.writeString(settings, "OUTPUT_DIR=/proc/none\n", StandardOpenOption.APPEND);
        assertThat(runAsCron(settings, lines.get(0))).matches("1\nelytra: failed: [^\n]*\n");
    }

    @Test
    void aTrainedCommandPrintsItsResultAndNothingElseInALocaleWithoutItsLetters() throws Exception {
        assertThat(run(folder, "elytra-status/bin/elytra-train")).isEqualTo("0\n");

        // Octal, so that the locale of this test does not matter.
        Path classes = folder.resolve("classes.log");
        Map<String, String> variables =
                Map.of("LC_ALL", "C", "ELYTRA_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes);
        assertThat(
                        runWithin(
                                variables,
                                "elytra-status/bin/elytra site preview --state new --json --output \"$(printf 'St\\303\\266rung')\""))
                .isEqualTo("0\n{\n  \"page\": \"%s/Störung/index.html\"\n}\n".formatted(folder.toRealPath()));
        assertThat(Files.readAllLines(classes))
                .filteredOn(line -> line.contains("com.elytracloud.status.cli.ElytraCommand "))
                .singleElement()
                .asString()
                .contains("shared objects file");

        Files.writeString(folder.resolve("elytra-status/app/elytra.jsa"), "no archive");
        assertThat(runWithin(Map.of(), "elytra-status/bin/elytra validate St*/status.json"))
                .isEqualTo("0\nvalid: the document follows its schema and breaks no rule\n");
    }

    @Test
    void aResultThatCannotBeWrittenIsAnError() throws Exception {
        assertThat(runWithin(Map.of(), "elytra-status/bin/elytra --help >/dev/full"))
                .isEqualTo("1\nelytra: the result could not be written to standard output\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"elytra-status.service", "elytra-status-watch.service"})
    void theUnitsOfSystemdAreHardened(String unit) throws Exception {
        Path file = folder.resolve("elytra-status/systemd").resolve(unit);
        assertThat(file).content().contains("OnFailure=", "StateDirectory=elytra-status", "--quiet");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")));

        // Fails if the exposure is above 3.0.
        assertThat(run(folder, "systemd-analyze", "security", "--offline=true", "--threshold=30", file.toString()))
                .startsWith("0\n");
    }

    private void unpack(Path file) {
        try {
            Path target = folder.resolve(file.toString().substring(1));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
            Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String runAsCron(Path settings, String line) throws Exception {
        return runWithin(Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "ELYTRA_ENV_FILE", settings.toString()), line);
    }

    /** A line of a shell with these variables and no others but the path and the place of Java. */
    private String runWithin(Map<String, String> variables, String line) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", line)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "PATH", System.getenv("PATH")));
        builder.environment().putAll(variables);
        return said(builder.start());
    }

    private static String run(Path workingDirectory, String... command) throws Exception {
        return run(Map.of("JAVA_HOME", System.getProperty("java.home"), "LANG", "C.UTF-8"), workingDirectory, command);
    }

    // The exit code, and what was said on both streams.
    private static String run(Map<String, String> variables, Path workingDirectory, String... command)
            throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(variables);
        return said(builder.start());
    }

    private static String said(Process process) throws Exception {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + "\n" + said;
    }
}
