package com.elytracloud.status.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.domain.ClassedMonitor;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.run.SourceInspection;
import com.elytracloud.status.run.SourceInspection.Monitors;

/** What the monitoring service says now. */
@Command(
        name = "monitors",
        description = "Lists what the monitoring service says now of each monitor, and whether it counts.")
final class MonitorsCommand extends ApplicationCommand {
    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        bean(Settings.class).require(Purpose.READ_MONITORS);
        return Answers.print(this, "monitors", bean(SourceInspection.class).monitors(), found -> {
            List<Row> rows = rows(found);
            return json ? json(rows) + "\n" : table(rows);
        });
    }

    private static List<Row> rows(Monitors found) {
        return found.classed().monitors().values().stream()
                .sorted(Comparator.comparing(ClassedMonitor::id))
                .map(monitor -> row(monitor, found))
                .toList();
    }

    private static Row row(ClassedMonitor classed, Monitors found) {
        MonitorReading reading = found.fleet().readings().stream()
                .filter(each -> each.id().equals(classed.id()))
                .findFirst()
                .orElse(null);
        return new Row(
                classed.id().value(),
                reading == null ? "absent" : word(reading.state()),
                word(classed.monitorClass()),
                found.classed().scope().contains(classed.id()),
                classed.critical(),
                classed.weight(),
                classed.uptime().get(UptimeWindow.LAST_24H),
                classed.uptime().get(UptimeWindow.LAST_30D),
                reading == null ? "" : word(reading.monitor().kind()),
                reading == null ? "" : reading.monitor().name(),
                reading == null ? "" : reading.monitor().target());
    }

    private static String table(List<Row> rows) {
        Table table = new Table().row("ID", "STATE", "CLASS", "COUNTS", "24 H", "30 D", "KIND", "NAME", "TARGET");
        for (Row row : rows) {
            table.row(
                    row.id,
                    row.state,
                    row.monitorClass,
                    row.counts(),
                    share(row.uptime24h),
                    share(row.uptime30d),
                    row.kind,
                    row.name,
                    row.target);
        }
        return table.toString();
    }

    private static String share(BigDecimal shareOrNull) {
        return shareOrNull == null ? "-" : shareOrNull.movePointRight(2).setScale(2, RoundingMode.DOWN) + " %";
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private record Row(
            String id,
            String state,
            String monitorClass,
            boolean inScope,
            boolean critical,
            int weight,
            BigDecimal uptime24h,
            BigDecimal uptime30d,
            String kind,
            String name,
            String target) {
        String counts() {
            if (!inScope) {
                return "no";
            }
            return (critical ? "critical" : "yes") + (weight == 1 ? "" : " x" + weight);
        }
    }
}
