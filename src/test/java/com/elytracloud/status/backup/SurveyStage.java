package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.assess.BackupAssessor;
import com.elytracloud.status.assess.StateKeeper;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupMemory;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.publish.StateJson;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.Workers;

/** Run after run over a bucket in memory, each with what the one before left in the bytes of the state. */
final class SurveyStage implements AutoCloseable {
    private final Workers workers = new Workers();
    private final Map<String, String> variables = new HashMap<>(Map.of("BACKUP_BUCKET", "the-backups"));
    private final BackupStorage storage;
    private RunState state = RunState.FIRST;

    SurveyStage(BackupStorage storage) {
        this.storage = storage;
    }

    SurveyStage with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** One run; remembers what it saw. */
    BackupVerdict run(Instant now) {
        return run(now, Duration.ofSeconds(30));
    }

    BackupVerdict run(Instant now, Duration limit) {
        Reading<List<BackupEvidence>> reading = read(now, limit);
        BackupVerdict verdict = BackupAssessor.assess(reading, BackupPolicy.NIGHTLY, state.backups(), now);
        StateKeeper.Run seen = new StateKeeper.Run(
                now,
                Instant.MIN,
                new Reading.Nothing<>(),
                new com.elytracloud.status.assess.FlapFilter.Filtered(
                        com.elytracloud.status.domain.PlatformStatus.UNKNOWN,
                        com.elytracloud.status.domain.FlapState.NONE),
                java.util.Map.of(),
                reading);
        state = StateJson.parse(
                        StateJson.toBytes(StateKeeper.advance(state, seen).next()))
                .state();
        return verdict;
    }

    Reading<List<BackupEvidence>> read(Instant now, Duration limit) {
        BackupConfig config = new BackupConfig(new Variables(variables::get));
        if (!config.problems().isEmpty()) {
            throw new AssertionError(config.problems());
        }
        return new Survey(config, storage, workers, 2_000, BackupPolicy.NIGHTLY, now, Deadline.in(limit))
                .make(state.backups());
    }

    /** Goes on with what another one remembers. */
    SurveyStage remembering(SurveyStage other) {
        state = other.state;
        return this;
    }

    BackupMemory memory() {
        return state.backups();
    }

    /** The verdict of one tenant. */
    static TenantVerdict verdictOf(BackupVerdict verdict, String tenant) {
        return verdict.tenants().stream()
                .filter(one -> one.evidence().tenant().equals(tenant))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no tenant '%s' in %s".formatted(tenant, verdict)));
    }

    @Override
    public void close() {
        // Its threads are daemons.
    }
}
