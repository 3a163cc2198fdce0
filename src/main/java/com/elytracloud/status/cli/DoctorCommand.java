package com.elytracloud.status.cli;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine.Command;

import com.elytracloud.status.run.Doctor;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.DoctorReport.Verdict;

/** Checks every setting and every dependency, and prints how to fix what is wrong. */
@Command(
        name = "doctor",
        description = {
            "Checks the settings and every service, and says how to fix what is wrong.",
            "Writes only test objects, which it deletes again. Takes at most 10 seconds."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing failed", "1:a check failed", "2:wrong arguments"})
final class DoctorCommand extends ResultCommand {
    @Override
    public Integer call() {
        List<DoctorReport> rows =
                bean(Doctor.class).examine(EnumSet.allOf(Part.class), part -> showProgress("checked: " + word(part)));
        showProgress("");
        return print(
                rows.stream().noneMatch(row -> row.verdict() == Verdict.RED),
                rows.stream().map(Row::of).toList(),
                text(rows));
    }

    private void showProgress(String text) {
        if (isTerminal() && !isJson()) {
            err().print("\r\u001B[K" + text);
            err().flush();
        }
    }

    // The worst first: on a terminal the end of a long table is what one sees last.
    private String text(List<DoctorReport> rows) {
        List<DoctorReport> worstFirst = rows.stream()
                .sorted(Comparator.comparing(DoctorReport::verdict).reversed())
                .toList();
        Table table = new Table().row("", "CHECK", "RESULT");
        worstFirst.forEach(row -> table.row(label(row.verdict()), row.name(), row.seen()));
        StringBuilder text = new StringBuilder(inColours(table.toString()));
        worstFirst.stream()
                .filter(row -> !row.advice().isEmpty())
                .forEach(row ->
                        text.append("%n%s %s%n    %s%n".formatted(label(row.verdict()), row.name(), row.advice())));
        String counts = Stream.of(Verdict.GREEN, Verdict.GREY, Verdict.AMBER, Verdict.RED)
                .map(verdict -> count(rows, verdict) + " " + label(verdict))
                .filter(count -> !count.startsWith("0 "))
                .collect(Collectors.joining(", "));
        return text.append("%n%s%n".formatted(counts)).toString();
    }

    private static long count(List<DoctorReport> rows, Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    private String inColours(String table) {
        return table.lines()
                .map(line -> line.startsWith("FAIL")
                        ? coloured("red", "FAIL") + line.substring(4)
                        : line.startsWith("WARN") ? coloured("yellow", "WARN") + line.substring(4) : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    static String label(Verdict verdict) {
        return switch (verdict) {
            case GREEN -> "OK";
            case GREY -> "SKIPPED";
            case AMBER -> "WARN";
            case RED -> "FAIL";
        };
    }

    private record Row(String part, String name, String verdict, String seen, String advice) {
        static Row of(DoctorReport row) {
            return new Row(word(row.part()), row.name(), word(label(row.verdict())), row.seen(), row.advice());
        }
    }
}
