package com.elytracloud.status.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Writes a man page for each command from its description; the build runs it. */
public final class ManPages {
    private ManPages() {}

    /**
     * Writes all pages.
     *
     * @param args the folder to write to, and the version
     */
    public static void main(String... args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (CommandSpec command : all(ElytraCommand.commandLine().getCommandSpec())) {
            String name = command.qualifiedName("-");
            Files.writeString(folder.resolve(name + ".1"), page(name, command, args[1]));
        }
    }

    private static List<CommandSpec> all(CommandSpec command) {
        List<CommandSpec> found = new ArrayList<>(List.of(command));
        command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .distinct()
                .forEach(each -> found.addAll(all(each)));
        return found;
    }

    private static String page(String name, CommandSpec command, String version) {
        CommandLine.Help help = command.commandLine()
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .getHelp();
        String[] description = command.usageMessage().description();
        StringBuilder page = new StringBuilder();
        page.append(
                ".TH %s 1 \"\" \"elytra %s\" \"Elytra Status\"\n".formatted(name.toUpperCase(Locale.ROOT), version));
        page.append(".SH NAME\n%s \\- %s\n"
                .formatted(escaped(name), escaped(description.length == 0 ? "" : description[0])));
        page.append(".SH SYNOPSIS\n.nf\n%s.fi\n".formatted(escaped(help.synopsis(0))));
        page.append(".SH DESCRIPTION\n%s\n".formatted(escaped(String.join("\n.PP\n", description))));
        section(
                page,
                "COMMANDS",
                command.subcommands().entrySet().stream()
                        .map(entry -> item(
                                entry.getKey(),
                                entry.getValue().getCommandSpec().usageMessage().description()))
                        .toList());
        section(
                page,
                "ARGUMENTS",
                command.positionalParameters().stream().map(ManPages::argument).toList());
        section(
                page,
                "OPTIONS",
                command.options().stream().map(ManPages::option).toList());
        section(
                page,
                "EXIT STATUS",
                command.usageMessage().exitCodeList().entrySet().stream()
                        .map(ManPages::exitCode)
                        .toList());
        return page.toString();
    }

    private static void section(StringBuilder page, String title, List<String> items) {
        if (!items.isEmpty()) {
            page.append(".SH ").append(title).append('\n').append(String.join("", items));
        }
    }

    private static String argument(PositionalParamSpec argument) {
        return item(argument.paramLabel(), described(argument));
    }

    private static String option(OptionSpec option) {
        String names = String.join(", ", option.names());
        return item(option.arity().max() > 0 ? names + " " + option.paramLabel() : names, described(option));
    }

    private static String described(ArgSpec argument) {
        Iterable<String> candidates =
                argument.completionCandidates() == null ? List.of() : argument.completionCandidates();
        return String.join(" ", argument.description())
                .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()))
                .replace("${COMPLETION-CANDIDATES}", String.join(", ", candidates));
    }

    private static String exitCode(Map.Entry<String, String> entry) {
        return item(entry.getKey(), entry.getValue());
    }

    private static String item(String head, String... lines) {
        return ".TP\n\\fB%s\\fR\n%s\n".formatted(escaped(head), escaped(String.join(" ", lines)));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e")
                .replace("-", "\\-")
                .replaceAll("(?m)^([.'])(?!PP$)", "\\\\&$1")
                .replace("%n", "\n");
    }
}
