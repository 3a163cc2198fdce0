package com.elytracloud.status.cli;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import picocli.CommandLine.Command;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.run.RunResult;
import com.elytracloud.status.run.StatusRun;

/** Prints what would be published now. */
@Command(
        name = "summary",
        description =
                "Reads the sources, evaluates and prints the result, with --json as status.json; publishes nothing.")
final class SummaryCommand extends ResultCommand {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    @Override
    public Integer call() {
        bean(Settings.class).require(Capability.ASSESS);
        RunResult result = bean(StatusRun.class).evaluate();
        out().print(isJson() ? new String(Json.document(result.document()), StandardCharsets.UTF_8) : text(result));
        out().flush();
        return ExitCode.DONE;
    }

    private static String text(RunResult result) {
        Assessment assessment = result.assessment();
        StatusDocument document = result.document();
        String reason = assessment.platform().reason();
        Table table = new Table()
                .row(
                        "Headline",
                        word(document.headline()),
                        assessment.platform().note());
        if (document.statusSource() == StatusSource.OPERATOR) {
            table.row("Platform", word(document.platformStatus()), "set by an operator")
                    .row("  measured", word(document.measuredStatus()), reason);
        } else {
            table.row("Platform", word(document.platformStatus()), reason);
        }
        for (int i = 0; i < document.components().size(); i++) {
            ComponentEntry shown = document.components().get(i);
            String why = assessment.components().get(i).verdict().reason();
            table.row("  " + shown.name(), word(shown.status()), why);
        }
        if (!assessment.monitors().isEmpty()) {
            table.row("Monitors", assessment.monitors());
        }
        for (UptimeWindow window : UptimeWindow.OF_PLATFORM) {
            table.row("Uptime " + label(window), percent(assessment.uptime().get(window)), "");
        }
        if (document.backups() != null) {
            BackupVerdict backups = assessment.backups();
            table.row("Backups", word(backups.status()), backups.reason())
                    .row("Last backup", time(document.backups().lastSuccessfulBackup()), "");
        }
        document.incidents().stream()
                .filter(IncidentEntry::isCurrent)
                .forEach(each -> table.row("Incident", word(each.status()), each.title() + " (" + each.id() + ")"));
        document.maintenances()
                .forEach(each -> table.row("Maintenance", word(each.status()), each.title() + " (" + each.id() + ")"));
        result.sources()
                .forEach(source -> table.row("Source " + source.source(), word(source.answer()), source.detail()));
        return table.row("Checked", time(document.updatedAt()), "expires " + time(document.staleAfter()))
                .toString();
    }

    private static String label(UptimeWindow window) {
        return window == UptimeWindow.LAST_24H ? "24 h" : window.length().toDays() + " d";
    }

    private static String percent(BigDecimal uptimeOrNull) {
        return uptimeOrNull == null ? "not known" : uptimeOrNull.toPlainString() + " %";
    }

    private static String time(Instant instantOrNull) {
        return instantOrNull == null ? "none" : TIME.format(instantOrNull);
    }
}
