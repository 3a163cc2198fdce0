package com.elytracloud.status.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.ComponentVerdict;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.run.RunReport.SourceReport;
import com.elytracloud.status.run.RunResult;

/** A judgement as a person reads it. */
final class SummaryText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private SummaryText() {}

    static String of(RunResult result) {
        Assessment assessment = result.assessment();
        StatusDocument document = result.document();
        Table table = new Table();
        table.row(
                "Platform",
                word(assessment.platform().status()),
                assessment.platform().reason());
        for (ComponentVerdict component : assessment.components()) {
            table.row(
                    "  " + component.component().name(),
                    word(component.verdict().status()),
                    component.verdict().reason());
        }
        if (!assessment.monitors().text().isEmpty()) {
            table.row("Monitors", assessment.monitors().text());
        }
        for (UptimeWindow window : UptimeWindow.values()) {
            table.row("Uptime " + label(window), percent(assessment.uptime(), window), "");
        }
        table.row(
                "Backups",
                word(assessment.backups().status()),
                assessment.backups().reason());
        table.row("Last backup", time(document.backups().lastSuccessfulBackup()), "");
        for (SourceReport source : result.sources()) {
            table.row("Source " + source.source(), word(source.answer()), source.detail());
        }
        table.row("Checked", time(document.updatedAt()), "to be trusted until " + time(document.staleAfter()));
        return table.toString();
    }

    private static String word(Object word) {
        return word.toString().toLowerCase(Locale.ROOT);
    }

    private static String label(UptimeWindow window) {
        return switch (window) {
            case LAST_24H -> "24 h";
            case LAST_7D -> "7 d";
            case LAST_30D -> "30 d";
        };
    }

    private static String percent(Map<UptimeWindow, BigDecimal> uptime, UptimeWindow window) {
        return uptime.containsKey(window) ? uptime.get(window).toPlainString() + " %" : "not known";
    }

    private static String time(Instant instantOrNull) {
        return instantOrNull == null ? "none" : TIME.format(instantOrNull);
    }
}
