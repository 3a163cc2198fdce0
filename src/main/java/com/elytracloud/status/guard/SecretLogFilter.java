package com.elytracloud.status.guard;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.stream.Stream;

import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;

/**
 * Redacts secrets in log lines and passes all other lines through unchanged.
 *
 * <p>Our own lines contain no secrets. The filter is for the messages of unexpected exceptions, whose authors could not
 * know what is secret here.
 */
final class SecretLogFilter implements Filter {
    private static final String WITHHELD = "withheld: it holds a secret";

    private static final Formatter MESSAGE = new ExtFormatter() {
        @Override
        public String format(ExtLogRecord line) {
            return formatMessage(line);
        }
    };

    private final Supplier<SecretFinder> secrets;

    SecretLogFilter(Supplier<SecretFinder> secrets) {
        this.secrets = secrets;
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        if (secrets.get().finds(String.valueOf(MESSAGE.format(line)))) {
            line.setParameters(null);
            replaceMessage(line);
        }
        if (line.getThrown() != null
                && holdsSecret(line.getThrown(), Collections.newSetFromMap(new IdentityHashMap<>()))) {
            line.setThrown(new Withheld(line.getThrown()));
        }
        return true;
    }

    private static void replaceMessage(LogRecord record) {
        if (record instanceof ExtLogRecord ours) {
            ours.setMessage(WITHHELD, FormatStyle.NO_FORMAT);
        } else {
            record.setMessage(WITHHELD);
        }
    }

    private boolean holdsSecret(Throwable thrown, Set<Throwable> seen) {
        return thrown != null
                && seen.add(thrown)
                && (secrets.get().finds(String.valueOf(thrown.getMessage()))
                        || Stream.concat(Stream.ofNullable(thrown.getCause()), Stream.of(thrown.getSuppressed()))
                                .anyMatch(each -> holdsSecret(each, seen)));
    }

    /** Where an exception was thrown, without its message. */
    private static final class Withheld extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Withheld(Throwable thrown) {
            super(thrown.getClass().getName() + ", its message " + WITHHELD);
            setStackTrace(thrown.getStackTrace());
        }
    }
}
