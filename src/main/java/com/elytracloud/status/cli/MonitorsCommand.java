package com.elytracloud.status.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorKind;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.run.SourceInspection;
import com.elytracloud.status.run.SourceInspection.Monitors;

/** The current monitors of the monitoring service. */
@Command(
        name = "monitors",
        description =
                "Lists each monitor with its state, class and the reason for it, and whether it counts; the worst first.")
final class MonitorsCommand extends ApplicationCommand {
    private static final Comparator<MonitorClass> WORST_FIRST = Comparator.comparing(
            List.of(MonitorClass.DOWN, MonitorClass.UNKNOWN, MonitorClass.MAINTENANCE, MonitorClass.UP)::indexOf);

    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        bean(Settings.class).require(Capability.READ_MONITORS);
        return Answers.print(this, "monitors", bean(SourceInspection.class).monitors(), found -> {
            List<Row> rows = rows(found);
            return json ? json(rows) + "\n" : table(rows);
        });
    }

    private static List<Row> rows(Monitors found) {
        Map<MonitorId, MonitorReading> readings =
                found.fleet().readings().stream().collect(Collectors.toMap(MonitorReading::id, Function.identity()));
        Stream<Row> monitored = found.classed().monitors().values().stream()
                .sorted(Comparator.comparing(ClassifiedMonitor::monitorClass, WORST_FIRST)
                        .thenComparing(ClassifiedMonitor::id))
                .map(monitor -> row(monitor, found, readings.get(monitor.id())));
        Stream<Row> others = found.classed().notMonitored().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> row(entry.getKey(), "not monitored", entry.getValue(), readings.get(entry.getKey())));
        return Stream.concat(monitored, others).toList();
    }

    private static Row row(ClassifiedMonitor monitor, Monitors found, MonitorReading readingOrNull) {
        Row row = row(monitor.id(), word(monitor.monitorClass()), monitor.reason(), readingOrNull);
        return new Row(
                row.id,
                row.name,
                row.type,
                row.group,
                row.state,
                row.monitorClass,
                row.reason,
                found.classed().scope().contains(monitor.id()),
                monitor.critical(),
                monitor.weight(),
                monitor.uptime().get(UptimeWindow.LAST_24H),
                monitor.uptime().get(UptimeWindow.LAST_30D),
                row.target);
    }

    private static Row row(MonitorId id, String monitorClass, String reason, MonitorReading readingOrNull) {
        Monitor monitor =
                readingOrNull == null ? new Monitor(id, MonitorKind.UNKNOWN, "", "") : readingOrNull.monitor();
        String state = readingOrNull == null ? "absent" : word(readingOrNull.state());
        String type = monitor.type().isEmpty() ? word(monitor.kind()) : monitor.type();
        return new Row(
                id.value(),
                monitor.name(),
                type,
                monitor.group(),
                state,
                monitorClass,
                reason,
                false,
                false,
                1,
                null,
                null,
                monitor.target());
    }

    private static String table(List<Row> rows) {
        Table table = new Table()
                .row("ID", "NAME", "TYPE", "GROUP", "STATE", "CLASS", "COUNTS", "24 H", "30 D", "WHY", "TARGET");
        for (Row row : rows) {
            table.row(
                    row.id,
                    row.name,
                    row.type,
                    row.group,
                    row.state,
                    row.monitorClass,
                    row.counts(),
                    share(row.uptime24h),
                    share(row.uptime30d),
                    row.reason,
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
        String counts() {
            if (!inScope) {
                return "no";
            }
            return (critical ? "critical" : "yes") + (weight == 1 ? "" : " x" + weight);
        }
    }
}
