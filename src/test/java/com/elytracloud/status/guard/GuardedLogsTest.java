package com.elytracloud.status.guard;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.stream.Collectors;

import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GuardedLogsTest {
    private static final String SECRET = "s3cret/Value+with=Signs:and-26chars";
    private static final Logger ROOT = Logger.getLogger("");

    private final Handler handler = new StreamHandler(OutputStream.nullOutputStream(), new SimpleFormatter());
    private final GuardedLogs logs =
            new GuardedLogs(new GuardStage().secret(SECRET).values());
    private Map<Handler, Optional<Filter>> before;

    @BeforeEach
    void addAHandlerThatNobodyGuards() {
        before = Arrays.stream(ROOT.getHandlers())
                .collect(Collectors.toMap(each -> each, each -> Optional.ofNullable(each.getFilter())));
        ROOT.addHandler(handler);
    }

    @AfterEach
    void leaveTheLogAsItWas() {
        ROOT.removeHandler(handler);
        before.forEach((each, filter) -> each.setFilter(filter.orElse(null)));
    }

    @Test
    void fromTheStartNoHandlerIsWithoutTheFilter() {
        logs.guard(new StartupEvent());

        assertThat(printed("the key is " + SECRET)).doesNotContain(SECRET);
        assertThat(printed("all is well")).isEqualTo("all is well");
    }

    private String printed(String message) {
        LogRecord line = new LogRecord(Level.INFO, message);
        assertThat(handler.getFilter()).isNotNull();
        handler.getFilter().isLoggable(line);
        return line.getMessage();
    }
}
