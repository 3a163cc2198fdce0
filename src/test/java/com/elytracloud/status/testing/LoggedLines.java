package com.elytracloud.status.testing;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What the application of a Quarkus test logs until this is closed. */
public final class LoggedLines extends ExtHandler {
    private static final Logger ROOT = Logger.getLogger("");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    /** Starts to listen. */
    public LoggedLines() {
        setFormatter(new PatternFormatter("%p %m%e%n"));
        ROOT.addHandler(this);
    }

    /** The lines so far, with the stack traces. */
    public String text() {
        return String.join("", lines);
    }

    @Override
    protected void doPublish(ExtLogRecord line) {
        lines.add(getFormatter().format(line));
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
