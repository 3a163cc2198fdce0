package com.elytracloud.status.guard;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import org.jboss.logmanager.formatters.PatternFormatter;

/**
 * Redacts secrets in log lines and passes all other lines through unchanged. Our own lines contain none: it is for the
 * messages of unexpected exceptions, whose authors could not know what is secret here.
 */
@Singleton
final class SecretLogFilter implements Filter {
    private static final String WITHHELD = "withheld: it holds a secret";

    private static final Formatter MESSAGE = new PatternFormatter("%s");

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
            line.setMessage(WITHHELD);
        }
        Throwable thrown = line.getThrown();
        if (thrown != null && secrets.finds(printed(thrown))) {
            Throwable withheld = new IllegalStateException(thrown.getClass().getName() + ", its message " + WITHHELD);
            withheld.setStackTrace(thrown.getStackTrace());
            line.setThrown(withheld);
        }
        return true;
    }

    /** With every cause and every suppressed exception. */
    private static String printed(Throwable thrown) {
        StringWriter printed = new StringWriter();
        thrown.printStackTrace(new PrintWriter(printed, true));
        return printed.toString();
    }
}
