package com.elytracloud.status.guard;

import java.util.logging.Level;
import java.util.logging.LogRecord;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SecretLogFilterTest {
    private static final String SECRET = "s3cret/Value+with=Signs:and-26chars";

    private final SecretLogFilter filter =
            new SecretLogFilter(new GuardStage().secret(SECRET).scanner());

    @ParameterizedTest
    @ValueSource(strings = {"%s", "GET ?token=%s failed", "one line\nand %s on another"})
    void aMessageThatHoldsASecretIsWithheld(String text) {
        ExtLogRecord line = line(text, SECRET);

        assertThat(filter.isLoggable(line)).isTrue();
        assertThat(new PatternFormatter("%s").format(line)).isEqualTo("withheld: it holds a secret");
    }

    @Test
    void soItIsInALineOfAnotherLogger() {
        LogRecord line = new LogRecord(Level.INFO, "key {0}");
        line.setParameters(new Object[] {SECRET});

        filter.isLoggable(line);

        assertThat(line.getMessage()).doesNotContain("{0}", SECRET);
        assertThat(line.getParameters()).isNull();
    }

    @Test
    void anExceptionThatHoldsOneAnywhereKeepsItsNameAndItsPlace() {
        IllegalStateException thrown = new IllegalStateException("outer", new RuntimeException("key " + SECRET));
        ExtLogRecord line = line("reading failed", "");
        line.setThrown(thrown);

        filter.isLoggable(line);

        assertThat(new PatternFormatter("%s").format(line)).isEqualTo("reading failed");
        assertThat(line.getThrown()).hasMessageStartingWith("java.lang.IllegalStateException, its message withheld");
        assertThat(line.getThrown()).hasNoCause().hasNoSuppressedExceptions();
        assertThat(line.getThrown().getStackTrace()).isEqualTo(thrown.getStackTrace());
    }

    @Test
    void aSuppressedExceptionCountsAndACircleOfCausesEnds() {
        RuntimeException first = new RuntimeException("first");
        RuntimeException second = new RuntimeException("second", first);
        first.initCause(second);
        first.addSuppressed(new RuntimeException(SECRET));
        ExtLogRecord line = line("reading failed", "");
        line.setThrown(second);

        filter.isLoggable(line);

        assertThat(line.getThrown()).isNotSameAs(second);
    }

    @Test
    void everyOtherLineStaysAsItIs() {
        RuntimeException thrown = new RuntimeException("Connection refused", new RuntimeException());
        ExtLogRecord line = line("monitors: %s", "reading failed");
        line.setThrown(thrown);

        assertThat(filter.isLoggable(line)).isTrue();
        assertThat(new PatternFormatter("%s").format(line)).isEqualTo("monitors: reading failed");
        assertThat(line.getThrown()).isSameAs(thrown);
    }

    private static ExtLogRecord line(String format, String value) {
        ExtLogRecord line = new ExtLogRecord(
                Level.INFO, format, ExtLogRecord.FormatStyle.PRINTF, SecretLogFilterTest.class.getName());
        line.setParameters(new Object[] {value});
        return line;
    }
}
