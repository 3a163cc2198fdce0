package com.elytracloud.status.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import picocli.CommandLine.Command;
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
final class ValidateCommand extends ResultCommand {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Parameters(paramLabel = "FILE|URL", description = "The document, at most 64 KiB. Redirects are not followed.")
    private String where;

    @Override
    public Integer call() {
        byte[] bytes;
        try {
            bytes = PublishedDocument.read(where, bean(AnonymousHttp.class), Deadline.in(LIMIT));
        } catch (IOException e) {
            return fail("the document cannot be read: " + e.getMessage());
        }
        List<CheckResult> findings = bean(SiteGuard.class)
                .validate(
                        new SiteFile("status.json", "application/json; charset=utf-8", SiteFile.Caching.BRIEF, bytes));
        print(findings, () -> table(findings));
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
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
