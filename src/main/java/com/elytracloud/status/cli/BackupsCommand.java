package com.elytracloud.status.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.run.SourceInspection;

/** What lies in the storage of the backups. */
@Command(
        subcommands = {BackupsVerifyCommand.class},
        name = "backups",
        description = "Lists the newest backup of each tenant, and what is thought of it.")
final class BackupsCommand extends ApplicationCommand {
    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    @Option(names = "--tenant", paramLabel = "T", description = "Only this tenant.")
    private String tenant;

    @Override
    public Integer call() throws Exception {
        bean(Settings.class).require(Purpose.READ_BACKUPS);
        return Answers.print(this, "backups", bean(SourceInspection.class).backups(), this::print);
    }

    private String print(BackupVerdict verdict) throws Exception {
        List<TenantRow> rows = verdict.tenants().stream()
                .filter(each -> tenant == null || tenant.equals(each.evidence().tenant()))
                .map(each -> TenantRow.of(each, bean(SourceInspection.class).now()))
                .toList();
        if (rows.isEmpty()) {
            err().println("elytra: there is no tenant '%s'".formatted(tenant));
        }
        return json ? json(TenantRow.list(verdict, rows)) + "\n" : TenantRow.table(verdict, rows);
    }
}
