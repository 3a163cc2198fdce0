package com.elytracloud.status.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.InjectableContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.cli.Setup.Question;
import com.elytracloud.status.config.EnvFile;
import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.run.Doctor;
import com.elytracloud.status.run.DoctorReport.Row;
import com.elytracloud.status.run.DoctorReport.Verdict;

/** Creates the settings: asks, tests each group of answers, and writes them. */
@Command(
        name = "init",
        description = {
            "Creates or changes the settings.",
            "Asks for Uptime Kuma, the buckets and the public address, tests the answers against the real services, and"
                    + " writes them to a .env file that only its owner can read. Run it again to continue or to change"
                    + " answers. An empty line keeps the shown answer, a single dash removes it."
        },
        exitCodeList = {"0:the settings were written", "1:a test failed", "2:wrong arguments, or an answer is missing"})
final class InitCommand extends ApplicationCommand implements Callable<Integer> {
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
                answers.putAll(EnvFile.read(output));
            }
        } catch (IOException e) {
            return refuse(e.getMessage());
        }
        answers.putAll(given);
        Interview interview = new Interview(out(), silent);
        for (Setup setup : Setup.ALL) {
            int result = settle(setup, interview);
            if (result != ExitCode.DONE) {
                return result;
            }
            EnvFile.write(output, answers);
        }
        writeTerraform();
        printLine("Settings written to %s. Next: elytra doctor, then elytra status publish".formatted(output));
        return ExitCode.DONE;
    }

    // Asks until the test passes, or until the operator keeps what failed.
    private int settle(Setup setup, Interview interview) {
        while (true) {
            printLine("\n" + setup.title());
            setup.questions()
                    .forEach(question ->
                            answers.put(question.variable(), interview.answer(question, known(question.variable()))));
            String missing = setup.questions().stream()
                    .filter(each ->
                            each.required() && answers.get(each.variable()).isEmpty())
                    .map(Question::variable)
                    .collect(Collectors.joining(", "));
            if (missing.isEmpty() && passes(setup)) {
                return ExitCode.DONE;
            }
            if (interview.isOver()) {
                return missing.isEmpty()
                        ? ExitCode.FAILED
                        : refuse("no answer for %s; use --set NAME=VALUE".formatted(missing));
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

    // Tests the answers with the health checks of the doctor, and prints what is wrong.
    private boolean passes(Setup setup) {
        answers.forEach(System::setProperty);
        renewBeans();
        List<String> asked = setup.questions().stream().map(Question::variable).toList();
        List<Problem> problems = bean(Settings.class).problems(Set.of(setup.capability())).stream()
                .filter(problem -> asked.contains(problem.variable()))
                .toList();
        problems.forEach(problem -> out().println("  FAIL " + problem));
        if (!problems.isEmpty() || untested) {
            return problems.isEmpty();
        }
        List<Row> rows = bean(Doctor.class).examine(setup.parts(), part -> {});
        rows.stream().filter(row -> row.verdict() != Verdict.SKIPPED).forEach(row -> {
            out().println("  %-4s %s: %s".formatted(row.verdict(), row.name(), row.seen()));
            row.advice().lines().forEach(line -> out().println("       " + line));
        });
        return rows.stream().noneMatch(row -> row.verdict() == Verdict.FAIL);
    }

    // Sections read their settings when they are created, and the answers have changed since.
    static void renewBeans() {
        ArcContainer container = Arc.container();
        InjectableContext singletons = container.getActiveContext(Singleton.class);
        for (Bean<?> bean : container.beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (bean.getBeanClass().getName().startsWith("com.elytracloud.")) {
                singletons.destroy(bean);
            }
        }
    }

    private void writeTerraform() throws IOException {
        if (terraform != null) {
            Set<Secret> secrets = bean(Settings.class).secrets();
            TerraformVariables variables =
                    new TerraformVariables(answers, value -> secrets.contains(new Secret(value)));
            Files.writeString(terraform, variables.text());
            printLine("Terraform variables written to %s. Set these secrets in TF_VAR_secrets: %s"
                    .formatted(terraform, String.join(", ", variables.secrets())));
        }
    }

    private void printLine(String line) {
        if (!isQuiet()) {
            out().println(line);
        }
    }
}
