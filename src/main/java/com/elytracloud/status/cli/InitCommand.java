package com.elytracloud.status.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.cli.Setup.Question;
import com.elytracloud.status.config.EnvFile;
import com.elytracloud.status.config.EnvFileException;
import com.elytracloud.status.config.Variables;

/** Creates the settings: asks, tests each group of answers, and writes them. */
@Command(
        name = "init",
        description = {
            "Creates or changes the settings.",
            "Asks for Uptime Kuma, the buckets and the public address, tests the answers against the real services, and"
                    + " writes them to a .env file that only its owner can read. Run it again to continue or to change"
                    + " answers. An empty line keeps the shown answer, a single dash removes it."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the settings were written", "1:a test failed", "2:wrong arguments, or an answer is missing"})
final class InitCommand extends ApplicationCommand {
    @Option(
            names = "--output",
            paramLabel = "FILE",
            defaultValue = ".env",
            description = "The file to create or change; default: ${DEFAULT-VALUE}.")
    private Path output;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "An answer; may be repeated. Secrets are better given by the environment or the file.")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(names = "--non-interactive", description = "Ask nothing: use --set, the environment and the file.")
    private boolean silent;

    @Option(names = "--no-test", description = "Do not contact any service.")
    private boolean untested;

    @Option(
            names = "--terraform",
            paramLabel = "FILE",
            description = "Also write a variables file for infra/, without secrets, and list the secrets to set.")
    private Path terraform;

    private final Map<String, String> answers = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException {
        try {
            if (Files.exists(output)) {
                answers.putAll(EnvFile.read(output).values());
            }
        } catch (EnvFileException e) {
            err().println("elytra: " + e.getMessage());
            return ExitCode.USAGE;
        }
        answers.putAll(given);
        Interview interview = new Interview(out(), silent);
        SetupCheck test = new SetupCheck(out(), !untested);
        for (Setup setup : Setup.ALL) {
            int result = settle(setup, interview, test);
            if (result != ExitCode.DONE) {
                return result;
            }
            EnvFileWriter.write(output, answers);
        }
        writeTerraform();
        say("Settings written to %s. Next: elytra doctor, then elytra status publish%n".formatted(output));
        return ExitCode.DONE;
    }

    // Asks until the test passes, or until the operator keeps what failed.
    private int settle(Setup setup, Interview interview, SetupCheck test) {
        while (true) {
            say("%n%s%n".formatted(setup.title()));
            for (Question question : setup.questions()) {
                answers.put(question.variable(), interview.answer(question, known(question.variable())));
            }
            List<String> missing = setup.questions().stream()
                    .filter(question -> question.required()
                            && answers.get(question.variable()).isEmpty())
                    .map(Question::variable)
                    .toList();
            if (!missing.isEmpty() && interview.isOver()) {
                err().println("elytra: no answer for %s; use --set NAME=VALUE".formatted(String.join(", ", missing)));
                return ExitCode.USAGE;
            }
            if (missing.isEmpty() && test.passes(setup, answers)) {
                return ExitCode.DONE;
            }
            if (interview.isOver()) {
                return ExitCode.FAILED;
            }
            if (missing.isEmpty() && !interview.confirms("Change the answers? Otherwise they are kept as they are.")) {
                return ExitCode.DONE;
            }
        }
    }

    private String known(String variable) {
        return answers.containsKey(variable)
                ? answers.get(variable)
                : bean(Variables.class).find(variable).orElse("");
    }

    private void writeTerraform() throws IOException {
        if (terraform == null) {
            return;
        }
        List<String> secrets = Setup.ALL.stream()
                .flatMap(setup -> setup.questions().stream())
                .filter(question ->
                        question.secret() && !answers.get(question.variable()).isEmpty())
                .map(Question::variable)
                .toList();
        Files.writeString(terraform, TerraformVariables.of(answers, secrets));
        say("Terraform variables written to %s. Set these secrets in TF_VAR_secrets: %s%n"
                .formatted(terraform, String.join(", ", TerraformVariables.created(secrets))));
    }
}
