package com.elytracloud.status.guard;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;

/**
 * Redacts secrets in log lines and passes all other lines through unchanged. Our own lines contain none: it is for the
 * messages of unexpected exceptions, whose authors could not know what is secret here.
 */
@Singleton
final class SecretLogFilter implements Filter {
    private static final String WITHHELD = "withheld: it holds a secret";

    private static final ExtFormatter MESSAGE = new ExtFormatter() {
        @Override
        public String format(ExtLogRecord line) {
            return formatMessage(line);
        }
    };

    private final SensitiveValues values;

    SecretLogFilter(SensitiveValues values) {
        this.values = values;
    }

    /** Puts the filter before everything that a log line can reach. */
    void guard(@Observes StartupEvent started) {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFilter(this);
        }
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        SecretFinder secrets = values.secrets();
        if (secrets.finds(String.valueOf(MESSAGE.format(line)))) {
            line.setParameters(null);
            if (line instanceof ExtLogRecord ours) {
                ours.setMessage(WITHHELD, FormatStyle.NO_FORMAT);
            } else {
                line.setMessage(WITHHELD);
            }
        }
        Throwable thrown = line.getThrown();
        if (holdsSecret(thrown, secrets, Collections.newSetFromMap(new IdentityHashMap<>()))) {
            Throwable withheld = new IllegalStateException(thrown.getClass().getName() + ", its message " + WITHHELD);
            withheld.setStackTrace(thrown.getStackTrace());
            line.setThrown(withheld);
        }
        return true;
    }

    private static boolean holdsSecret(Throwable thrown, SecretFinder secrets, Set<Throwable> seen) {
        return thrown != null
                && seen.add(thrown)
                && (secrets.finds(String.valueOf(thrown.getMessage()))
                        || Stream.concat(Stream.ofNullable(thrown.getCause()), Stream.of(thrown.getSuppressed()))
                                .anyMatch(each -> holdsSecret(each, secrets, seen)));
    }
}
