package com.elytracloud.status.run;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.RunState;

/** What a run concluded, before anything is stored or published. */
public record RunResult(
        Assessment assessment, RunState next, StatusDocument document, HistoryDocument history, RunReport report) {}
