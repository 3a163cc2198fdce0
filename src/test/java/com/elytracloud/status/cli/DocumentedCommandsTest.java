package com.elytracloud.status.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import com.elytracloud.status.cli.DocumentedCommands.Command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * The documents show only commands that exist: of our own the options and arguments, of others the files, units, goals,
 * variables and outputs that they name.
 */
class DocumentedCommandsTest {
    /** Programs of others, which a test cannot call as the documents do: they need accounts, root, or a network. */
    private static final Map<String, String> NOT_RUN = Map.ofEntries(
            Map.entry("aws", "needs an account"),
            Map.entry("s3", "a shell function around aws"),
            Map.entry("s3()", "a shell function around aws"),
            Map.entry("gh", "needs an account"),
            Map.entry("doctl", "needs an account"),
            Map.entry("terraform", "infra/tests runs it; variables, outputs and files are checked here"),
            Map.entry("systemctl", "needs root; units are checked here"),
            Map.entry("cp", "needs root; the files of the zip are checked here"),
            Map.entry("unzip", "needs root; DistributionIT unpacks the zip"),
            Map.entry("install", "needs root"),
            Map.entry("useradd", "needs root"),
            Map.entry("chown", "needs root"),
            Map.entry("ln", "needs root"),
            Map.entry("docker", "needs a registry"),
            Map.entry("curl", "needs the public site"),
            Map.entry("sha256sum", "needs a release"),
            Map.entry("git", "would change the repository"),
            Map.entry("npm", "OtherReadersIT calls it"),
            Map.entry("openssl", "a standard tool"),
            Map.entry("jq", "a standard tool; outputs are checked here"),
            Map.entry("mail", "a standard tool"),
            Map.entry("echo", "a standard tool"),
            Map.entry("cd", "folders are checked here"),
            Map.entry("for", "part of the shell"),
            Map.entry("done", "part of the shell"),
            Map.entry("}", "part of the shell"));

    private static final Set<String> GOALS = Set.of("package", "verify", "test", "exec:java", "spotless:apply");
    /** Files that a step before made, or that only the reader has. */
    private static final Pattern MADE = Pattern.compile(
            ".*[*<>~$].*|(\\.\\./)?function\\.zip|elytra-status-cli\\.zip|.*/\\.env|/dev/stdout|https?:.*|file://.*");

    @Test
    void everyCommandNamesWhatExists() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Command command : DocumentedCommands.all()) {
            String why = problem(command);
            if (!why.isEmpty()) {
                wrong.add(command + ": " + why);
            }
        }

        assertThat(wrong).as("wrong commands").isEmpty();
    }

    @Test
    void theListOfProgramsThatAreNotRunHasNoOtherThanThoseShown() throws IOException {
        Set<String> shown = new TreeSet<>(
                DocumentedCommands.all().stream().map(Command::program).toList());

        assertThat(shown).contains("elytra", "mvn").containsAll(NOT_RUN.keySet());
    }

    @Test
    void everyBlockIsValidShell() throws Exception {
        for (Path file : DocumentedCommands.documents()) {
            for (String block : DocumentedCommands.blocks(Files.readString(file))) {
                Process shell = new ProcessBuilder("bash", "-n", "-c", block.replaceAll("<(\\w+)>", "$1"))
                        .redirectErrorStream(true)
                        .start();
                String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(shell.waitFor()).as(file + ": " + output).isZero();
            }
        }
    }

    private static String problem(Command command) throws IOException {
        String program = command.program();
        if (program.startsWith("/opt/elytra-status/") || program.matches("(infra/tests|scripts|\\.ci|src)/.*")) {
            String missing = missing(program);
            return missing.isEmpty() && program.endsWith("/elytra") ? elytra(command) : missing;
        }
        return switch (program) {
            case "elytra" -> elytra(command);
            case "mvn" -> maven(command.arguments());
            default -> NOT_RUN.containsKey(program) ? others(command) : "nothing checks '" + program + "'";
        };
    }

    private static String elytra(Command command) {
        try {
            CommandLine line = ElytraCommand.commandLine();
            CommandLine.ParseResult parsed = line.parseArgs(command.arguments().toArray(String[]::new));
            while (parsed.hasSubcommand()) {
                parsed = parsed.subcommand();
            }
            return parsed.commandSpec().subcommands().isEmpty()
                            || parsed.commandSpec().name().equals("backups")
                            || parsed.isUsageHelpRequested()
                    ? ""
                    : "has no subcommand";
        } catch (ParameterException e) {
            return e.getMessage();
        }
    }

    private static String maven(List<String> words) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        for (String word : words) {
            String name = word.replaceFirst("^-[DP]", "").replaceFirst("=.*", "");
            String value = word.contains("=") ? word.substring(word.indexOf('=') + 1) : "";
            boolean exists =
                    switch (name) {
                        case "-q", "skipTests" -> true;
                        case "test" -> !word.startsWith("-D") || isClass(value);
                        case "exec.mainClass" -> isClass(value.substring(value.lastIndexOf('.') + 1));
                        case "exec.args" -> pom.contains("exec-maven-plugin");
                        case "reliability.write" -> true;
                        default ->
                            (word.startsWith("-P") || word.startsWith("-D"))
                                    ? pom.contains("<id>" + name + "</id>")
                                    : GOALS.contains(word);
                    };
            if (!exists) {
                return "there is no " + word;
            }
        }
        return "";
    }

    private static boolean isClass(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.anyMatch(file -> file.getFileName().toString().equals(name + ".java"));
        }
    }

    private static String others(Command command) throws IOException {
        List<String> wrong = new ArrayList<>();
        DocumentedCommands.values(command)
                .filter(word -> word.matches("[\\w.-]*/[\\w./*-]+") || word.startsWith("/opt/elytra-status/"))
                .filter(word -> !command.program().matches("gh|docker|aws|s3|git"))
                .forEach(word -> wrong.add(missing(word)));
        String text = String.join(" ", command.words());
        if (command.program().equals("terraform") || command.program().equals("jq")) {
            find("-var ['\"]?(\\w+)=|-replace=module\\.(\\w+)", text)
                    .filter(name -> !infra().matches("(?s).*(variable|module) \"" + name + "\".*"))
                    .forEach(name -> wrong.add("there is no variable or module " + name));
            find("\\.(\\w+)\\.value|terraform output (?!-)(\\w+)", text)
                    .filter(name -> !infra().contains("output \"" + name + "\""))
                    .forEach(name -> wrong.add("there is no output " + name));
        }
        if (command.program().equals("systemctl")) {
            find("(?:start|now) (\\S+)", text)
                    .map(name -> name.contains(".") ? name : name + ".service")
                    .forEach(name -> wrong.add(missing("/opt/elytra-status/systemd/" + name)));
        }
        return String.join("; ", wrong.stream().filter(each -> !each.isEmpty()).toList());
    }

    private static Stream<String> find(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1) != null ? found.group(1) : found.group(2));
    }

    private static String infra() {
        try (Stream<Path> files = Files.walk(Path.of("infra"))) {
            StringBuilder text = new StringBuilder();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".tf")).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException e) {
            return fail(e);
        }
    }

    // A file of the repository, of infra/, or of the unpacked zip.
    private static String missing(String name) {
        String path =
                name.replaceFirst("^/opt/elytra-status/", "src/main/assembly/").replaceFirst("/\\*$", "");
        boolean isMade = MADE.matcher(path).matches()
                || path.matches("(/etc|/var|/proc|/opt)/.*|.*/elytra-status|[A-Z]+/[A-Z]+");
        boolean exists = Stream.of("", "infra/", "infra/bootstrap/", "src/main/assembly/", "src/test/formats/")
                .map(folder -> Path.of(folder + path))
                .anyMatch(Files::exists);
        return isMade || exists ? "" : "there is no file " + name;
    }
}
