package com.elytracloud.status.cli;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.cli.TenantRow.Listing;
import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.run.SourceInspection;

/** The backups in the bucket. */
@Command(
        subcommands = {BackupsVerifyCommand.class},
        name = "backups",
        description =
                "Lists each customer's backup series with cadence, newest backup, verdict and reason, worst first.",
        exitCodeList = {
            "0:the backups were listed",
            "1:they could not be listed, there is no such customer, or a verdict is as bad as --fail-on or worse",
            "2:wrong arguments or settings; nothing was tried"
        })
final class BackupsCommand extends ResultCommand {
    @Option(names = "--customer", paramLabel = "NAME", description = "Only this customer.")
    private String customer;

    @Option(
            names = "--fail-on",
            paramLabel = "warning|failed",
            description =
                    "Exit with 1 if a customer has this verdict or a worse one; an unknown verdict counts as warning.")
    private FailOn failOn;

    @Override
    public Integer call() {
        bean(Settings.class).require(Capability.READ_BACKUPS);
        return answer("backups", bean(SourceInspection.class).backups(), this::print);
    }

    private int print(BackupVerdict verdict) {
        List<TenantVerdict> tenants = verdict.tenants().stream()
                .filter(each -> customer == null || customer.equals(each.customer()) || customer.equals(each.label()))
                .toList();
        if (tenants.isEmpty()) {
            return fail(
                    customer == null
                            ? "no backups found. Check BACKUP_PREFIX."
                            : "there is no customer '%s'; there are: %s"
                                    .formatted(
                                            customer,
                                            verdict.tenants().stream()
                                                    .map(TenantVerdict::label)
                                                    .sorted()
                                                    .collect(Collectors.joining(", "))));
        }
        Instant now = bean(SourceInspection.class).now();
        Listing listing = Listing.of(
                verdict,
                tenants.stream().flatMap(each -> TenantRow.of(each, now)).toList());
        print(listing, listing::table);
        boolean fails = tenants.stream().anyMatch(each -> failOn != null && failOn.includes(each.status()));
        return fails ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** How bad a verdict must be for exit code 1. */
    enum FailOn {
        warning,
        failed;

        boolean includes(BackupStatus status) {
            return status == BackupStatus.FAILED || (this == warning && status != BackupStatus.SUCCESS);
        }
    }
}
