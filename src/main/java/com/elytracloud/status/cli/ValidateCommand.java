package com.elytracloud.status.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.CheckResult;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.SiteGuard;

/** Checks any status document against its schema and the rules for texts; needs no settings, but uses them. */
@Command(
        name = "validate",
        description = {
            "Checks a status document against its schema, and its texts for secrets and internal addresses.",
            "Needs no settings; configured secrets and PUBLIC_ADDRESSES are used if they are set."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:valid", "1:invalid, missing or unreadable", "2:wrong arguments"})
final class ValidateCommand extends ApplicationCommand {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Parameters(paramLabel = "FILE|URL", description = "The document, at most 64 KiB. Redirects are not followed.")
    private String where;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        byte[] bytes;
        try {
            bytes = PublishedDocument.read(where, bean(AnonymousHttp.class), Deadline.in(LIMIT));
        } catch (IOException e) {
            err().println("elytra: the document cannot be read: " + e.getMessage());
            return ExitCode.FAILED;
        }
        List<CheckResult> findings = bean(SiteGuard.class).validate(asPublished(bytes));
        out().print(json ? json(findings) + "\n" : table(findings));
        out().flush();
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static SiteFile asPublished(byte[] bytes) {
        return new SiteFile("status.json", "application/json; charset=utf-8", SiteFile.Caching.BRIEF, bytes);
    }

    private static String table(List<CheckResult> findings) {
        if (findings.isEmpty()) {
            return "valid: the document follows its schema and breaks no rule\n";
        }
        Table table = new Table().row("RULE", "WHERE");
        findings.forEach(finding -> table.row(finding.rule(), finding.pointer().isEmpty() ? "/" : finding.pointer()));
        return table.toString();
    }
}
