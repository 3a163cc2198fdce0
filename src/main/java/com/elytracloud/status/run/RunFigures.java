package com.elytracloud.status.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorMemory.Remembered;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.run.AlertDesk.Said;
import com.elytracloud.status.run.AlertSink.Delivery;
import com.elytracloud.status.run.RunReport.SourceReport;

/**
 * What a run counted and measured.
 *
 * @param stepMillis how long each step took; a step that was not taken is absent
 * @param monitors how many monitors of the source have each class; empty if the source gave no usable answer
 * @param backups how many tenants have each status; empty if the storage gave no usable answer
 * @param requests how many were sent, those of the alerts included
 * @param alerts how many messages a channel took
 * @param alertsFailed how many a channel did not take
 */
public record RunFigures(
        Map<Step, Long> stepMillis,
        Map<MonitorClass, Long> monitors,
        Map<BackupStatus, Long> backups,
        long requests,
        long alerts,
        long alertsFailed) {
    public RunFigures {
        stepMillis = Map.copyOf(stepMillis);
        monitors = Map.copyOf(monitors);
        backups = Map.copyOf(backups);
    }

    static RunFigures of(StatusRun.Judged judged, Map<Step, Long> stepMillis) {
        // What a source that failed left in the memory is of an earlier run.
        boolean read = judged.sources().stream()
                .filter(source -> !source.source().equals(SourceReport.BACKUPS))
                .noneMatch(SourceReport::isFailure);
        return new RunFigures(
                stepMillis,
                read
                        ? counted(
                                MonitorClass.class,
                                judged.next().monitors().monitors().values().stream()
                                        .map(Remembered::monitorClass))
                        : Map.of(),
                counted(
                        BackupStatus.class,
                        judged.assessment().backups().tenants().stream().map(TenantVerdict::status)),
                0,
                0,
                0);
    }

    RunFigures with(long sent, Said said) {
        long heard = said.deliveries().stream().filter(Delivery::delivered).count();
        return new RunFigures(
                stepMillis, monitors, backups, sent, heard, said.deliveries().size() - heard);
    }

    // A word that is on nobody is told as none: a curve needs its zeros. Where nobody is, nothing is known.
    private static <E extends Enum<E>> Map<E, Long> counted(Class<E> words, Stream<E> found) {
        Map<E, Long> counts = found.collect(
                Collectors.groupingBy(Function.identity(), () -> new EnumMap<>(words), Collectors.counting()));
        if (!counts.isEmpty()) {
            for (E word : words.getEnumConstants()) {
                counts.putIfAbsent(word, 0L);
            }
        }
        return counts;
    }

    /** The steps of a run, in their order. */
    public enum Step {
        /** Asking every source, side by side. */
        READ,
        JUDGE,
        /** And looking for what must not leave. */
        RENDER,
        REMEMBER,
        /** And looking whether visitors see it. */
        PUBLISH
    }
}
