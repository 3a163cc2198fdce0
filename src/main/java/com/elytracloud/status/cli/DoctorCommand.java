package com.elytracloud.status.cli;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;

import com.elytracloud.status.run.Doctor;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.DoctorReport.Row;
import com.elytracloud.status.run.DoctorReport.Verdict;

/** Checks every setting and every dependency, and prints how to fix what is wrong. */
@Command(
        name = "doctor",
        description = {
            "Checks the settings and every service, and says how to fix what is wrong.",
            "Writes only test objects, which it deletes again. Takes at most 10 seconds."
        },
        exitCodeList = {"0:nothing failed", "1:a check failed", "2:wrong arguments"})
final class DoctorCommand extends ResultCommand {
    @Override
    public Integer call() {
        List<Row> rows =
                bean(Doctor.class).examine(EnumSet.allOf(Part.class), part -> showProgress("checked: " + word(part)));
        showProgress("");
        return print(rows.stream().noneMatch(row -> row.verdict() == Verdict.FAIL), rows, text(rows));
    }

    private void showProgress(String text) {
        if (ansi().enabled() && !isJson()) {
            err().print("\r\u001B[K" + text);
            err().flush();
        }
    }

    // The worst first; the advice last, for on a terminal the end of a long table is what one sees.
    private String text(List<Row> rows) {
        List<Row> worstFirst = rows.stream()
                .sorted(Comparator.comparing(Row::verdict).reversed())
                .toList();
        Table table = new Table().row("", "CHECK", "RESULT");
        worstFirst.forEach(row -> table.row(row.verdict(), row.name(), row.seen()));
        String advice = worstFirst.stream()
                .filter(row -> !row.advice().isEmpty())
                .map(row -> "%n%s %s%n    %s%n".formatted(row.verdict(), row.name(), row.advice()))
                .collect(Collectors.joining());
        String counts = rows.stream()
                .collect(Collectors.groupingBy(Row::verdict, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", "));
        return inColour("red", "FAIL", inColour("yellow", "WARN", table.toString()))
                + advice
                + "%n%s%n".formatted(counts);
    }

    private String inColour(String style, String word, String table) {
        String coloured = ansi().string("@|%s %s|@".formatted(style, word));
        return table.replaceAll("(?m)^" + word, Matcher.quoteReplacement(coloured));
    }
}
