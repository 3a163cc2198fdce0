package com.elytracloud.status.function;

import java.util.Set;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.run.RunReport;

/**
 * Heals a warm process whose secrets were changed where they lie: after a run in which one was refused, or nothing could be
 * published or told, the next begins by asking for them anew.
 */
@Singleton
final class FreshSecrets {
    private static final Set<String> REFUSED = Set.of(Reason.UNAUTHORIZED.name(), Reason.FORBIDDEN.name());

    private final Variables variables;
    private boolean doubted;

    FreshSecrets(Variables variables) {
        this.variables = variables;
    }

    /** Before a run. */
    void renew() {
        if (doubted) {
            doubted = false;
            variables.refresh();
        }
    }

    /** After a run that ended well or nearly so. */
    void judge(RunReport report) {
        doubted = report.alerts().stream().anyMatch(each -> !each.delivered())
                || report.sources().stream().anyMatch(source -> REFUSED.contains(source.answer()));
    }

    /** After a run that failed. */
    void doubt() {
        doubted = true;
    }
}
