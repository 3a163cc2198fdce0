package com.elytracloud.status.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import picocli.CommandLine.Command;

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
final class MonitorsCommand extends ResultCommand {
    private static final Comparator<MonitorClass> WORST_FIRST = Comparator.comparing(
            List.of(MonitorClass.DOWN, MonitorClass.UNKNOWN, MonitorClass.MAINTENANCE, MonitorClass.UP)::indexOf);

    @Override
    public Integer call() {
        bean(Settings.class).require(Capability.READ_MONITORS);
        return answer("monitors", bean(SourceInspection.class).monitors(), found -> {
            List<Row> rows = rows(found);
            print(rows, () -> table(rows));
            return ExitCode.DONE;
        });
    }

    private static List<Row> rows(Monitors found) {
        Map<MonitorId, MonitorReading> readings =
                found.fleet().readings().stream().collect(Collectors.toMap(MonitorReading::id, Function.identity()));
        Stream<Row> monitored = found.classed().monitors().values().stream()
                .sorted(Comparator.comparing(ClassifiedMonitor::monitorClass, WORST_FIRST)
                        .thenComparing(ClassifiedMonitor::id))
                .map(each -> row(
                        each,
                        word(each.monitorClass()),
                        found.classed().scope().contains(each.id()),
                        readings.get(each.id())));
        Stream<Row> others = found.classed().notMonitored().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each ->
                        new ClassifiedMonitor(each.getKey(), MonitorClass.UNKNOWN, each.getValue(), 1, false, Map.of()))
                .map(each -> row(each, "not monitored", false, readings.get(each.id())));
        return Stream.concat(monitored, others).toList();
    }

    private static Row row(
            ClassifiedMonitor classified, String monitorClass, boolean inScope, MonitorReading readingOrNull) {
        Monitor monitor = readingOrNull == null
                ? new Monitor(classified.id(), MonitorKind.UNKNOWN, "", "")
                : readingOrNull.monitor();
        return new Row(
                classified.id().value(),
                monitor.name(),
                monitor.type().isEmpty() ? word(monitor.kind()) : monitor.type(),
                monitor.group(),
                readingOrNull == null ? "absent" : word(readingOrNull.state()),
                monitorClass,
                classified.reason(),
                inScope,
                classified.critical(),
                classified.weight(),
                classified.uptime().get(UptimeWindow.LAST_24H),
                classified.uptime().get(UptimeWindow.LAST_30D),
                monitor.target());
    }

    private static String table(List<Row> rows) {
        Table table = new Table()
                .row("ID", "NAME", "TYPE", "GROUP", "STATE", "CLASS", "COUNTS", "24 H", "30 D", "WHY", "TARGET");
        rows.forEach(row -> table.row(
                row.id,
                row.name,
                row.type,
                row.group,
                row.state,
                row.monitorClass,
                row.counts(),
                percent(row.uptime24h),
                percent(row.uptime30d),
                row.reason,
                row.target));
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
        String counts() {
            return inScope ? (critical ? "critical" : "yes") + (weight == 1 ? "" : " x" + weight) : "no";
        }
    }
}
