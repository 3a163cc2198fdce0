package com.elytracloud.status.cli;

import java.util.List;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the backups were listed",
            "1:they could not be listed, there is no such customer, or a verdict is as bad as --fail-on or worse",
            "2:wrong arguments or settings; nothing was tried"
        })
final class BackupsCommand extends ApplicationCommand {
    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    @Option(
            names = {"--tenant", "--customer"},
            paramLabel = "NAME",
            description = "Only this customer.")
    private String tenant;

    @Option(
            names = "--fail-on",
            paramLabel = "warning|failed",
            description =
                    "Exit with 1 if a customer has this verdict or a worse one; an unknown verdict counts as warning.")
    private FailOn failOn;

    private int exitCode = ExitCode.DONE;

    @Override
    public Integer call() throws Exception {
        bean(Settings.class).require(Capability.READ_BACKUPS);
        int answered =
                Answers.print(this, "backups", bean(SourceInspection.class).backups(), this::print);
        return answered == ExitCode.DONE ? exitCode : answered;
    }

    private String print(BackupVerdict verdict) throws Exception {
        List<TenantVerdict> tenants = verdict.tenants().stream()
                .filter(each -> tenant == null || tenant.equals(each.customer()) || tenant.equals(each.label()))
                .toList();
        if (tenants.isEmpty()) {
            exitCode = ExitCode.FAILED;
            err().println(tenant == null ? "elytra: no backups found. Check BACKUP_PREFIX." : unknown(verdict));
            return "";
        }
        if (failOn != null && tenants.stream().anyMatch(each -> failOn.includes(each.status()))) {
            exitCode = ExitCode.FAILED;
        }
        List<TenantRow> rows = tenants.stream()
                .flatMap(each -> TenantRow.of(each, bean(SourceInspection.class).now()))
                .toList();
        return json ? json(TenantRow.list(verdict, rows)) + "\n" : TenantRow.table(verdict, rows);
    }

    private String unknown(BackupVerdict verdict) {
        return "elytra: there is no customer '%s'; there are: %s"
                .formatted(
                        tenant,
                        verdict.tenants().stream()
                                .map(TenantVerdict::label)
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    /** How bad a verdict must be for exit code 1. */
    enum FailOn {
        warning,
        failed;

        boolean includes(BackupStatus status) {
            return switch (status) {
                case SUCCESS -> false;
                case WARNING, UNKNOWN -> this == warning;
                case FAILED -> true;
            };
        }
    }
}
