package com.elytracloud.status.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands that the documents show, read as a shell would read them. */
final class DocumentedCommands {
    /** Programs whose calls are found in running text; the first word decides. */
    private static final Set<String> PROGRAMS = Set.of(
            "elytra",
            "mvn",
            "terraform",
            "aws",
            "gh",
            "git",
            "npm",
            "doctl",
            "openssl",
            "scripts/release",
            "scripts/roll-back");

    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```(\\w*)\n(.*?)^ *```$");
    private static final Pattern INLINE = Pattern.compile("`([^`]+)`");
    /** A placeholder, alone or at the end of a word. */
    private static final String ELLIPSIS = "…";

    private DocumentedCommands() {}

    /** A simple command: its file and words, quotes and variables taken away. */
    record Command(Path file, List<String> words) {
        String program() {
            return words.get(0);
        }

        List<String> arguments() {
            return words.subList(1, words.size());
        }

        @Override
        public String toString() {
            return file + ": " + String.join(" ", words);
        }
    }

    /** The commands of all documents, in their order. */
    static List<Command> all() throws IOException {
        List<Command> commands = new ArrayList<>();
        for (Path file : documents()) {
            String text = Files.readString(file);
            blocks(text).forEach(block -> commands.addAll(parse(file, block)));
            Matcher inline = INLINE.matcher(FENCED.matcher(text).replaceAll(""));
            while (inline.find()) {
                String line = inline.group(1).replaceAll("\\s+", " ").replace("\\|", "/");
                if (PROGRAMS.contains(line.replaceFirst(" .*", "")) && line.contains(" ")) {
                    commands.addAll(parse(file, line));
                }
            }
        }
        return commands;
    }

    /** The shell blocks of a document; of a transcript only what was typed. */
    static List<String> blocks(String text) {
        return FENCED.matcher(text)
                .results()
                .filter(block -> block.group(1).equals("sh")
                        || (block.group(1).isEmpty() && block.group(2).matches("(?s)(\\$|elytra) .*")))
                .map(block -> block.group(2).startsWith("$ ")
                        ? String.join("\n", typed(block.group(2)))
                        : block.group(2).stripIndent())
                .toList();
    }

    private static List<String> typed(String transcript) {
        return transcript
                .replaceAll("\\\\\n *", "")
                .lines()
                .filter(line -> line.startsWith("$ "))
                .map(line -> line.substring(2))
                .toList();
    }

    static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"));
                Stream<Path> others = Stream.of("README", "CONTRIBUTING", "ARCHITECTURE", "SECURITY", "infra/README")
                        .map(name -> Path.of(name + ".md"))) {
            return Stream.concat(others, docs.filter(file -> file.toString().endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }

    private static List<Command> parse(Path file, String script) {
        List<Command> commands = new ArrayList<>();
        new Shell(script, commands, file).read();
        return commands;
    }

    /** As much of the shell's grammar as the documents use: quotes, comments, operators and substitutions. */
    private static final class Shell {
        private static final Set<String> WRAPPERS = Set.of("sudo", "eval", "export", "do", "then", "env");

        private final String script;
        private final List<Command> commands;
        private final Path file;
        private final StringBuilder word = new StringBuilder();
        private final List<String> words = new ArrayList<>();
        private boolean isQuoted;
        private int at;

        Shell(String script, List<Command> commands, Path file) {
            this.script = script.replaceAll("\\\\\n\\s*", " ");
            this.commands = commands;
            this.file = file;
        }

        void read() {
            char quote = 0;
            for (; at < script.length(); at++) {
                char next = script.charAt(at);
                if (next == '$' && script.startsWith("$(", at) && quote != '\'') {
                    substitute();
                } else if (quote != 0) {
                    quote = next == quote ? 0 : append(quote, next);
                } else if (next == '\'' || next == '"') {
                    quote = next;
                    isQuoted = true;
                } else if (next == '#' && word.isEmpty()) {
                    at = (script + "\n").indexOf('\n', at) - 1;
                } else if (Character.isWhitespace(next)) {
                    endWord();
                    if (next == '\n') {
                        endCommand();
                    }
                } else if ("|&;".indexOf(next) >= 0) {
                    endWord();
                    endCommand();
                } else {
                    word.append(next);
                }
            }
            endWord();
            endCommand();
        }

        private char append(char quote, char next) {
            word.append(next);
            return quote;
        }

        private void substitute() {
            int depth = 0;
            int end = at + 1;
            do {
                depth += script.charAt(end) == '(' ? 1 : script.charAt(end) == ')' ? -1 : 0;
                end++;
            } while (depth > 0);
            new Shell(script.substring(at + 2, end - 1), commands, file).read();
            word.append('X');
            at = end - 1;
        }

        private void endWord() {
            if (isQuoted || !word.isEmpty()) {
                words.add(word.toString());
            }
            word.setLength(0);
            isQuoted = false;
        }

        private void endCommand() {
            List<String> command = new ArrayList<>(words);
            words.clear();
            while (!command.isEmpty()
                    && (WRAPPERS.contains(command.get(0)) || command.get(0).matches("\\w+=.*"))) {
                boolean isAsOther =
                        command.remove(0).equals("sudo") && command.get(0).equals("-u");
                command.subList(0, isAsOther ? 2 : 0).clear();
            }
            if (!command.isEmpty() && !command.get(0).equals("X")) {
                commands.add(new Command(file, withoutPlaceholders(command)));
            }
        }

        // "[--url URL]" is optional and "… " stands for more of the same, unless it is an option's value.
        private static List<String> withoutPlaceholders(List<String> command) {
            List<String> kept = new ArrayList<>();
            for (String each : command) {
                boolean isValue = !kept.isEmpty() && kept.get(kept.size() - 1).startsWith("--");
                if (!each.equals(ELLIPSIS) || isValue) {
                    kept.add(each.startsWith("[--") ? each.substring(1) : each.replaceFirst("^([^\\[]*)]$", "$1"));
                }
            }
            return kept;
        }
    }

    /** The words of a command that name files, without those that only begin with an option. */
    static Stream<String> values(Command command) {
        return command.arguments().stream().flatMap(word -> Arrays.stream(word.split("=(?=\\.?\\.?[/\\w])")));
    }
}
