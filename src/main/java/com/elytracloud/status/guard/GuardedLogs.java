package com.elytracloud.status.guard;

import java.util.logging.Handler;
import java.util.logging.Logger;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;

/** Puts the filter of secrets before everything that a log line can reach. */
@Singleton
final class GuardedLogs {
    private final SensitiveValues values;

    GuardedLogs(SensitiveValues values) {
        this.values = values;
    }

    void guard(@Observes StartupEvent started) {
        SecretLogFilter filter = new SecretLogFilter(values::secrets);
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFilter(filter);
        }
    }
}
