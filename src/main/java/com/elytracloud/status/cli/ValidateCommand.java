package com.elytracloud.status.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.AnonymousHttp.Visit;
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
        exitCodeList = {"0:valid", "1:invalid, missing or unreadable", "2:wrong arguments"})
final class ValidateCommand extends ResultCommand {
    @Parameters(paramLabel = "FILE|URL", description = "The document, at most 64 KiB. Redirects are not followed.")
    private String where;

    @Override
    public Integer call() {
        byte[] bytes;
        try {
            bytes = read(where, bean(AnonymousHttp.class));
        } catch (IOException e) {
            return fail("the document cannot be read: " + e.getMessage());
        }
        SiteFile document =
                new SiteFile("status.json", "application/json; charset=utf-8", SiteFile.Caching.BRIEF, bytes);
        List<CheckResult> findings = bean(SiteGuard.class).validate(document);
        Table table = new Table().row("RULE", "WHERE");
        findings.forEach(finding -> table.row(finding.rule(), finding.pointer().isEmpty() ? "/" : finding.pointer()));
        print(
                findings,
                () -> findings.isEmpty()
                        ? "valid: the document follows its schema and breaks no rule\n"
                        : table.toString());
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** @throws IOException with a sentence for the operator if there is no document, or more bytes than it can have */
    static byte[] read(String where, AnonymousHttp visitor) throws IOException {
        byte[] bytes = where.matches("(?i)https?://.*") ? fetch(where, visitor) : open(where);
        if (bytes.length > Visit.MOST_BYTES) {
            throw new IOException("it is larger than %d bytes, the limit of a status.json".formatted(Visit.MOST_BYTES));
        }
        return bytes;
    }

    private static byte[] fetch(String url, AnonymousHttp visitor) throws IOException {
        Reading<Visit> answer;
        try {
            Deadline deadline = Deadline.in(Duration.ofSeconds(10));
            answer = visitor.visit(URI.create(url), Map.of("Accept", "application/json"), deadline);
        } catch (IllegalArgumentException e) {
            throw new IOException("this is not a valid URL", e);
        }
        String problem = answer.fold(
                visit -> visit.status() == 200 ? "" : "the server answered %d instead of 200".formatted(visit.status()),
                () -> "no answer",
                failure -> failure.detail());
        if (!problem.isEmpty()) {
            throw new IOException(problem);
        }
        return answer.fold(Visit::bytes, () -> null, failure -> null);
    }

    private static byte[] open(String file) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return in.readNBytes(Visit.MOST_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no such file", e);
        } catch (FileSystemException e) {
            throw new IOException("the file cannot be opened", e);
        } catch (InvalidPathException e) {
            throw new IOException("this is neither a URL nor a path", e);
        }
    }
}
