package com.elytracloud.status.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;

import picocli.CommandLine.Command;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.run.SourceInspection;

/** The current monitors of the monitoring service. */
@Command(
        name = "monitors",
        description =
                "Lists each monitor with its state, class and the reason for it, and whether it counts; the worst first.")
final class MonitorsCommand extends ResultCommand {
    private static final List<String> WORST_FIRST = List.of("down", "unknown", "maintenance", "up", "not monitored");

    @Override
    public Integer call() {
        bean(Settings.class).require(Capability.READ_MONITORS);
        return answer("monitors", bean(SourceInspection.class).monitors(), found -> {
            List<Row> rows = rows(found);
            print(rows, () -> table(rows));
            return ExitCode.DONE;
        });
    }

    private static List<Row> rows(ClassifiedMonitors found) {
        return found.monitors().values().stream()
                .map(each -> row(each, found.scope().contains(each.id())))
                .sorted(Comparator.<Row>comparingInt(row -> WORST_FIRST.indexOf(row.monitorClass))
                        .thenComparing(row -> new MonitorId(row.id)))
                .toList();
    }

    private static Row row(ClassifiedMonitor classified, boolean isInScope) {
        Monitor monitor = classified.reading().monitor();
        return new Row(
                classified.id().value(),
                monitor.name(),
                monitor.type().isEmpty() ? word(monitor.kind()) : monitor.type(),
                monitor.group(),
                word(classified.reading().state()),
                word(classified.monitorClass()),
                classified.reason(),
                isInScope,
                classified.critical(),
                classified.weight(),
                classified.uptime().get(UptimeWindow.LAST_24H),
                classified.uptime().get(UptimeWindow.LAST_30D),
                monitor.target());
    }

    private static String table(List<Row> rows) {
        Table table = new Table()
                .row("ID", "NAME", "TYPE", "GROUP", "STATE", "CLASS", "COUNTS", "24 H", "30 D", "WHY", "TARGET");
        rows.forEach(row -> table.row(row.cells()));
        return table.toString();
    }

    private static String percent(BigDecimal shareOrNull) {
        return shareOrNull == null ? null : shareOrNull.movePointRight(2).setScale(2, RoundingMode.DOWN) + " %";
    }

    private record Row(
            String id,
            String name,
            String type,
            String group,
            String state,
            String monitorClass,
            String reason,
            boolean inScope,
            boolean critical,
            int weight,
            BigDecimal uptime24h,
            BigDecimal uptime30d,
            String target) {
        Object[] cells() {
            String counts = inScope ? (critical ? "critical" : "yes") + (weight == 1 ? "" : " x" + weight) : "no";
            String day = percent(uptime24h);
            String month = percent(uptime30d);
            return new Object[] {id, name, type, group, state, monitorClass, counts, day, month, reason, target};
        }
    }
}
