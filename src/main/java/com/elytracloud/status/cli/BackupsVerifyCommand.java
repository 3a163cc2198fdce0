package com.elytracloud.status.cli;

import java.time.Duration;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import com.elytracloud.status.backup.BackupVerifier;
import com.elytracloud.status.backup.BackupVerifier.Verified;
import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.SourceInspection;

/** Looks at one backup itself. */
@Command(
        name = "verify",
        description = {
            "Reads the first and last bytes of one backup: whether it is there, large enough, and begins and ends as a",
            "gzip, zip, xz or bzip2 file or as SQL text. That it can be restored only a restore can tell."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it is as it should be",
            "1:it is not, or is not there, or could not be read",
            "2:wrong arguments or settings; nothing was tried"
        })
final class BackupsVerifyCommand extends ApplicationCommand {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Parameters(paramLabel = "KEY", description = "Key of the backup, as \"elytra backups\" shows it.")
    private String key;

    @Override
    public Integer call() {
        bean(Settings.class).require(Purpose.READ_BACKUPS);
        if (key.isBlank() || key.endsWith("/")) {
            err().println("elytra: '%s' is no key of a backup".formatted(key));
            return ExitCode.USAGE;
        }
        Reading<Verified> reading = bean(BackupVerifier.class)
                .verify(key, bean(SourceInspection.class).backupPolicy(), Deadline.in(LIMIT));
        return reading.fold(this::tell, () -> refuse("there is no such backup"), failure -> refuse(failure.toString()));
    }

    private int tell(Verified found) {
        out().print(new Table()
                .row("KEY", found.key())
                .row("BYTES", Long.toString(found.bytes()))
                .row("MODIFIED", String.valueOf(found.lastModified()))
                .row("ETAG", found.etag())
                .row("FORMAT", found.format())
                .row("VERDICT", found.problems().isEmpty() ? "ok" : "bad"));
        out().flush();
        found.problems().forEach(problem -> err().println("elytra: " + problem));
        return found.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private int refuse(String why) {
        err().println("elytra: %s: %s".formatted(key, why));
        return ExitCode.FAILED;
    }
}
