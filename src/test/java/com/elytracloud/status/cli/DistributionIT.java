package com.elytracloud.status.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(run(folder, "elytra-status/bin/elytra", "--help")).contains("0", "Usage: elytra", "publish");
        assertThat(run(Files.createDirectory(folder.resolve("elsewhere")), link.toString(), "--help"))
                .contains("0", "Usage: elytra");
    }

    @Test
    void withoutJavaItSaysSo() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("no-java"));

        assertThat(run(Map.of("JAVA_HOME", empty.toString()), folder, "elytra-status/bin/elytra", "--help"))
                .startsWith("2")
                .contains("no Java found");
    }

    @Test
    void itHoldsTheSettingsExplainedAndTheUnitsOfSystemd() {
        assertThat(folder.resolve("elytra-status/.env.example")).isNotEmptyFile();
        assertThat(folder.resolve("elytra-status/systemd/elytra-status.timer"))
                .content()
                .contains("OnCalendar=*:0/10");
        assertThat(folder.resolve("elytra-status/systemd/elytra-status.service"))
                .content()
                .contains("ExecStart=/opt/elytra-status/bin/elytra status publish");
    }

    @Test
    void aTrainedArchiveIsUsedAndOneThatDoesNotFitIsIgnored() throws Exception {
        assertThat(run(folder, "elytra-status/bin/elytra-train")).startsWith("0");

        Path classes = folder.resolve("classes.log");
        run(
                variables("ELYTRA_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes),
                folder,
                "elytra-status/bin/elytra",
                "--help");
        assertThat(Files.readAllLines(classes))
                .filteredOn(line -> line.contains("com.elytracloud.status.cli.ElytraCommand "))
                .singleElement()
                .asString()
                .contains("shared objects file");

        Files.writeString(folder.resolve("elytra-status/app/elytra.jsa"), "no archive");
        assertThat(run(folder, "elytra-status/bin/elytra", "--version"))
                .startsWith("0\nelytra ")
                .doesNotContain("[warning]", "[error]");
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

    private static String run(Path workingDirectory, String... command) throws Exception {
        return run(variables("LANG", "C.UTF-8"), workingDirectory, command);
    }

    private static Map<String, String> variables(String name, String value) {
        return Map.of("JAVA_HOME", System.getProperty("java.home"), name, value);
    }

    // The exit code, and what was said on both streams.
    private static String run(Map<String, String> variables, Path workingDirectory, String... command)
            throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(workingDirectory.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(variables);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + "\n" + said;
    }
}
