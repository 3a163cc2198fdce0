package com.elytracloud.status.function;

import java.util.Set;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.run.RunReport;

/**
 * Reads the secrets again in a warm process whose secrets were changed in the store: after a run in which one was refused,
 * or that failed, the next run begins with it.
 */
@Singleton
final class SecretRefresher {
    private static final Set<String> REFUSED = Set.of(Reason.UNAUTHORIZED.name(), Reason.FORBIDDEN.name());

    private final Variables variables;
    private boolean due;

    SecretRefresher(Variables variables) {
        this.variables = variables;
    }

    /** Makes a run with the current secrets. */
    <T> T call(Supplier<T> run) {
        try {
            if (due) {
                due = false;
                variables.refresh();
            }
            return run.get();
        } catch (RuntimeException e) {
            due = true;
            throw e;
        }
    }

    /** After a run that did not fail. */
    void completed(RunReport report) {
        due = report.alerts().stream().anyMatch(each -> !each.delivered())
                || report.sources().stream().anyMatch(source -> REFUSED.contains(source.answer()));
    }
}
