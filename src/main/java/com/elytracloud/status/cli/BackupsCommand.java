package com.elytracloud.status.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.DatedBackup;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.run.SourceInspection;

/** What lies in the storage of the backups. */
@Dependent
@Unremovable
@Command(name = "backups", description = "Lists the newest backup of each tenant, and what is thought of it.")
final class BackupsCommand extends ApplicationCommand {
    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    @Option(names = "--tenant", paramLabel = "T", description = "Only this tenant.")
    private String tenant;

    @Inject
    Settings settings;

    @Inject
    SourceInspection inspection;

    @Inject
    ObjectMapper mapper;

    @Override
    public Integer call() throws Exception {
        settings.require(Purpose.READ_BACKUPS);
        return Answers.print(this, "backups", inspection.backups(), this::print);
    }

    private String print(BackupVerdict verdict) throws Exception {
        List<Row> rows = verdict.tenants().stream()
                .filter(each -> tenant == null || tenant.equals(each.evidence().tenant()))
                .map(BackupsCommand::row)
                .toList();
        if (rows.isEmpty()) {
            err().println("elytra: there is no tenant '%s'".formatted(tenant));
        }
        return json
                ? mapper.writerWithDefaultPrettyPrinter()
                                .writeValueAsString(new Listing(word(verdict.status()), verdict.reason(), rows))
                        + "\n"
                : table(verdict, rows);
    }

    private static Row row(TenantVerdict verdict) {
        DatedBackup newest =
                verdict.evidence().newestValid().stream().findFirst().orElse(null);
        return new Row(
                verdict.evidence().tenant(),
                word(verdict.status()),
                verdict.reason().name(),
                newest == null ? null : newest.takenAt(),
                newest == null ? 0 : newest.object().bytes(),
                verdict.evidence().distinctDays(),
                newest == null ? "" : newest.object().key());
    }

    private static String table(BackupVerdict verdict, List<Row> rows) {
        Table table = new Table().row("TENANT", "STATUS", "REASON", "NEWEST", "BYTES", "DAYS OF 7", "KEY");
        for (Row row : rows) {
            table.row(
                    row.tenant.isEmpty() ? "(all)" : row.tenant,
                    row.status,
                    row.reason,
                    row.newest == null ? "none" : row.newest.toString(),
                    Long.toString(row.bytes),
                    Integer.toString(row.days),
                    row.key);
        }
        return table + "Together: %s (%s)%n".formatted(word(verdict.status()), verdict.reason());
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private record Listing(String status, String reason, List<Row> tenants) {}

    private record Row(String tenant, String status, String reason, Instant newest, long bytes, int days, String key) {}
}
