package com.elytracloud.status.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.run.Checkup;
import com.elytracloud.status.run.Diagnosis;
import com.elytracloud.status.run.Diagnosis.Verdict;

/** Every setting and everything we depend on, and what to do where something is wrong. */
@Command(
        name = "doctor",
        description = "Looks at every setting and at everything a run depends on, and says what to do where something"
                + " is wrong. Writes nothing but probe objects, which it takes away again.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing is red", "1:something is red", "2:wrong arguments"})
final class DoctorCommand extends ApplicationCommand {
    @Option(names = "--json", description = "Print the rows as JSON.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        List<Diagnosis> rows = bean(Checkup.class).examine();
        out().print(json ? json(rows) + "\n" : text(rows));
        out().flush();
        return rows.stream().anyMatch(row -> row.verdict() == Verdict.RED) ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static String text(List<Diagnosis> rows) {
        Table table = new Table().row("", "WHAT", "SEEN");
        rows.forEach(row -> table.row(word(row.verdict()), row.name(), row.seen()));
        StringBuilder text = new StringBuilder(table.toString());
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Diagnosis row : rows) {
            counts.merge(row.verdict(), 1, Integer::sum);
            if (!row.advice().isEmpty()) {
                text.append("%n%s %s%n    %s%n".formatted(word(row.verdict()), row.name(), row.advice()));
            }
        }
        return text.append("%n%s%n".formatted(summary(counts))).toString();
    }

    private static String summary(Map<Verdict, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + word(entry.getKey()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("nothing to look at");
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
