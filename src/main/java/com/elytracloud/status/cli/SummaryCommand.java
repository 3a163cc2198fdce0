package com.elytracloud.status.cli;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import picocli.CommandLine.Command;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.Announced.MaintenanceEntry;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.ComponentVerdict;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.run.RunResult;
import com.elytracloud.status.run.SourceReport;
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
        if (isJson()) {
            out().print(new String(Json.document(result.document()), StandardCharsets.UTF_8));
        } else {
            out().print(text(result));
        }
        out().flush();
        return ExitCode.DONE;
    }

    private static String text(RunResult result) {
        Assessment assessment = result.assessment();
        StatusDocument document = result.document();
        Table table = new Table();
        platform(assessment, document, table);
        components(assessment, document, table);
        if (!assessment.monitors().text().isEmpty()) {
            table.row("Monitors", assessment.monitors().text());
        }
        for (UptimeWindow window : UptimeWindow.OF_PLATFORM) {
            table.row("Uptime " + label(window), percent(assessment.uptime(), window), "");
        }
        if (document.backups() != null) {
            table.row(
                    "Backups",
                    word(assessment.backups().status()),
                    assessment.backups().reason());
            table.row("Last backup", time(document.backups().lastSuccessfulBackup()), "");
        }
        announcements(document, table);
        for (SourceReport source : result.report().sources()) {
            table.row("Source " + source.source(), word(source.answer()), source.detail());
        }
        table.row("Checked", time(document.updatedAt()), "expires " + time(document.staleAfter()));
        return table.toString();
    }

    private static void platform(Assessment assessment, StatusDocument document, Table table) {
        boolean isOperators = document.statusSource() == StatusSource.OPERATOR;
        table.row("Headline", word(document.headline()), assessment.platform().note());
        table.row(
                "Platform",
                word(document.platformStatus()),
                isOperators ? "set by an operator" : assessment.platform().reason());
        if (isOperators) {
            table.row(
                    "  measured",
                    word(document.measuredStatus()),
                    assessment.platform().reason());
        }
    }

    private static void components(Assessment assessment, StatusDocument document, Table table) {
        for (int i = 0; i < document.components().size(); i++) {
            ComponentEntry shown = document.components().get(i);
            ComponentVerdict measured = assessment.components().get(i);
            table.row(
                    "  " + shown.name(),
                    word(shown.status()),
                    measured.verdict().reason());
        }
    }

    private static void announcements(StatusDocument document, Table table) {
        document.incidents().stream()
                .filter(IncidentEntry::isCurrent)
                .forEach(each -> table.row("Incident", word(each.status()), each.title() + " (" + each.id() + ")"));
        for (MaintenanceEntry each : document.maintenances()) {
            table.row("Maintenance", word(each.status()), each.title() + " (" + each.id() + ")");
        }
    }

    private static String label(UptimeWindow window) {
        return window == UptimeWindow.LAST_24H ? "24 h" : window.length().toDays() + " d";
    }

    private static String percent(Map<UptimeWindow, BigDecimal> uptime, UptimeWindow window) {
        return uptime.containsKey(window) ? uptime.get(window).toPlainString() + " %" : "not known";
    }

    private static String time(Instant instantOrNull) {
        return instantOrNull == null ? "none" : TIME.format(instantOrNull);
    }
}
