package com.elytracloud.status.cli;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Finding;
import com.elytracloud.status.run.InsideWords;
import com.elytracloud.status.run.SiteGuard;
import com.elytracloud.status.run.Visitor;

/** Holds any status.json against the schema and the rules of the guard; the settings, where there are any, add to them. */
@Command(
        name = "validate",
        description = "Checks a status.json against its schema and for leaks; needs no settings.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:clean", "1:with findings", "2:wrong arguments, or the document cannot be read"})
final class ValidateCommand extends ApplicationCommand {
    @Parameters(paramLabel = "FILE|URL", description = "What to check: at most 64 KiB; redirects are not followed.")
    private String where;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException, InterruptedException {
        byte[] bytes;
        try {
            bytes = PublishedDocument.read(where, bean(Visitor.class), bean(BoundedExecutor.class));
        } catch (IOException e) {
            err().println("elytra: the document cannot be read: " + e.getMessage());
            return ExitCode.USAGE;
        }
        List<Finding> findings = bean(SiteGuard.class).inspect(List.of(asPublished(bytes)), InsideWords.NONE);
        out().print(json ? json(findings) + "\n" : table(findings));
        out().flush();
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static SiteFile asPublished(byte[] bytes) {
        return new SiteFile("status.json", "application/json; charset=utf-8", SiteFile.Caching.BRIEF, bytes);
    }

    private static String table(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "clean: the schema holds, and nothing in it looks like a leak\n";
        }
        Table table = new Table().row("RULE", "WHERE");
        findings.forEach(finding -> table.row(finding.rule(), finding.pointer().isEmpty() ? "/" : finding.pointer()));
        return table.toString();
    }
}
