package com.elytracloud.status.run;

import java.util.List;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.run.RunReport.Signs;
import com.elytracloud.status.run.RunReport.SourceReport;

/**
 * What a run concluded, before anything is stored or published.
 *
 * @param next the state for the next run
 * @param sources how reading each source went
 * @param warnings about state, backups and notice
 * @param inside what must not appear in what is published
 */
public record RunResult(
        Assessment assessment,
        RunState next,
        StatusDocument document,
        HistoryDocument history,
        List<SourceReport> sources,
        List<String> warnings,
        InsideWords inside,
        Signs signs) {
    public RunResult {
        sources = List.copyOf(sources);
        warnings = List.copyOf(warnings);
    }
}
