package com.elytracloud.status.run;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.KnownMonitors.KnownMonitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.run.RunReport.Signs;

/**
 * What a run concluded, before anything is stored or published.
 *
 * @param next the state for the next run
 * @param sources how reading each source went
 * @param warnings about state, backups, incidents and withheld texts
 */
public record RunResult(
        Assessment assessment,
        RunState next,
        StatusDocument document,
        HistoryDocument history,
        List<SourceReport> sources,
        List<String> warnings,
        Signs signs) {
    public RunResult {
        sources = List.copyOf(sources);
        warnings = List.copyOf(warnings);
    }

    /** The same with one more warning; an empty one adds nothing. */
    RunResult warning(String warning) {
        return warning.isEmpty()
                ? this
                : new RunResult(
                        assessment,
                        next,
                        document,
                        history,
                        sources,
                        Stream.concat(warnings.stream(), Stream.of(warning)).toList(),
                        signs);
    }

    /** How many monitors have each class; empty if the source gave no usable answer. */
    Map<MonitorClass, Long> monitors() {
        boolean failed = sources.stream()
                .anyMatch(source -> !source.source().equals(SourceReport.BACKUPS) && source.isFailure());
        return failed
                ? Map.of()
                : next.monitors().monitors().values().stream()
                        .collect(Collectors.groupingBy(KnownMonitor::monitorClass, Collectors.counting()));
    }
}
