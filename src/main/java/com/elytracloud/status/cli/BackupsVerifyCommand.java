package com.elytracloud.status.cli;

import java.time.Duration;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import com.elytracloud.status.backup.BackupVerifier;
import com.elytracloud.status.backup.BackupVerifier.Verified;
import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.RunSettings;

/** Checks one backup itself. */
@Command(
        name = "verify",
        description = {
            "Checks the first and last bytes of one backup.",
            "It must exist, be large enough, and begin and end as a file of its format: gzip, zip, xz, bzip2, zstd, 7z, tar,"
                    + " PostgreSQL dump or SQL text. Only a restore proves that it can be restored."
        },
        exitCodeList = {
            "0:valid",
            "1:invalid, missing or unreadable",
            "2:wrong arguments or settings; nothing was tried",
            "3:cannot be checked: encrypted (gpg, age), part of a repository (restic, Borg), or of an unknown format"
        })
final class BackupsVerifyCommand extends ResultCommand {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Parameters(paramLabel = "KEY", description = "Key of the backup, as \"elytra backups\" shows it.")
    private String key;

    @Override
    public Integer call() {
        bean(Settings.class).require(Capability.READ_BACKUPS);
        if (key.isBlank() || key.endsWith("/")) {
            return refuse("'%s' is not the key of a backup".formatted(key));
        }
        return bean(BackupVerifier.class)
                .verify(key, bean(RunSettings.class).rules().backups(), Deadline.in(LIMIT))
                .fold(
                        this::print,
                        () -> fail(key + ": there is no such backup"),
                        failure -> fail("%s: %s".formatted(key, failure)));
    }

    private int print(Verified found) {
        boolean isBad = !found.problems().isEmpty();
        String verdict = isBad ? "bad" : found.checkable() ? "ok" : "cannot be checked";
        print(found, () -> new Table()
                .row("KEY", found.key())
                .row("BYTES", found.bytes())
                .row("MODIFIED", found.lastModified())
                .row("ETAG", found.etag())
                .row("FORMAT", found.format())
                .row("VERDICT", verdict)
                .toString());
        found.problems().forEach(this::fail);
        return isBad ? ExitCode.FAILED : found.checkable() ? ExitCode.DONE : ExitCode.NOT_CHECKED;
    }
}
