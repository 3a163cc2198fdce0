package com.elytracloud.status.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** Writes a man page for each command from the sections of its help. Only the build runs it; the product has no use for it. */
public final class ManPages {
    private ManPages() {}

    /** Writes all pages. */
    public static void main(String... args) throws IOException {
        write(ElytraCommand.commandLine(), Files.createDirectories(Path.of(args[0])), args[1]);
    }

    private static void write(CommandLine command, Path folder, String version) throws IOException {
        String name = command.getCommandSpec().qualifiedName("-");
        Help help = command.setColorScheme(Help.defaultColorScheme(Ansi.OFF)).getHelp();
        String summary = Stream.of(command.getCommandSpec().usageMessage().description())
                .findFirst()
                .orElse("");
        Files.writeString(
                folder.resolve(name + ".1"),
                ".TH %s 1 \"\" \"elytra %s\" \"Elytra Status\"\n".formatted(name.toUpperCase(Locale.ROOT), version)
                        + ".SH NAME\n%s \\- %s\n".formatted(escaped(name), escaped(summary))
                        + section("SYNOPSIS", help.synopsis(0))
                        + section("DESCRIPTION", help.description())
                        + section("ARGUMENTS", help.parameterList())
                        + section("OPTIONS", help.optionList())
                        + section("COMMANDS", help.commandList())
                        + section("EXIT STATUS", help.exitCodeList()));
        for (CommandLine each : command.getSubcommands().values()) {
            write(each, folder, version);
        }
    }

    private static String section(String title, String text) {
        return text.isBlank() ? "" : ".SH %s\n.nf\n%s.fi\n".formatted(title, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replaceAll("(?m)^([.'])", "\\\\&$1");
    }
}
