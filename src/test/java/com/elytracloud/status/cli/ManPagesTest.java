package com.elytracloud.status.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

import static org.assertj.core.api.Assertions.assertThat;

class ManPagesTest {
    @TempDir
    Path folder;

    @Test
    void everyCommandHasAPageWithItsOptionsAndExitCodes() throws Exception {
        Process build = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "src/build/ManPages.java",
                        folder.toString(),
                        "1.2.0")
                .inheritIO()
                .start();
        assertThat(build.waitFor()).isZero();

        try (Stream<Path> pages = Files.list(folder)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .contains("elytra.1", "elytra-status-publish.1", "elytra-init.1", "elytra-backups-verify.1");
        }
        assertThat(folder.resolve("elytra-status-publish.1"))
                .content()
                .startsWith(".TH ELYTRA-STATUS-PUBLISH 1 \"\" \"elytra 1.2.0\"")
                .containsPattern("\\\\-\\\\-output=DIR +Publish into this folder")
                .contains(".SH EXIT STATUS");
    }

    @Test
    void everyCommandAndOptionIsDescribed() {
        List<String> silent = new ArrayList<>();
        collect(ElytraCommand.commandLine().getCommandSpec(), silent);

        assertThat(silent).isEmpty();
    }

    @Test
    void everyCommandSaysTheVersionOfTheProduct() {
        CommandLine commands = ElytraCommand.commandLine();

        assertThat(commands.getSubcommands().values())
                .extracting(each -> each.getCommandSpec().version()[0])
                .containsOnly(commands.getCommandSpec().version()[0]);
    }

    private static void collect(CommandSpec command, List<String> silent) {
        if (command.usageMessage().description().length == 0) {
            silent.add(command.qualifiedName());
        }
        command.args().stream()
                .filter(arg -> arg.description().length == 0)
                .forEach(arg -> silent.add(command.qualifiedName() + " " + arg.paramLabel()));
        command.subcommands().values().stream().map(CommandLine::getCommandSpec).forEach(each -> collect(each, silent));
    }
}
