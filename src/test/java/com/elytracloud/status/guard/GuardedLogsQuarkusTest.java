package com.elytracloud.status.guard;

import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.testing.LocalWorldResource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(value = LocalWorldResource.class, restrictToAnnotatedClass = true)
class GuardedLogsQuarkusTest {
    @ConfigProperty(name = "SPACES_SECRET_KEY")
    String secret;

    @Test
    void noHandlerOfTheApplicationIsWithoutTheFilter() {
        assertThat(Arrays.asList(Logger.getLogger("").getHandlers()))
                .isNotEmpty()
                .allSatisfy(handler -> {
                    LogRecord line = new LogRecord(Level.INFO, "the key is " + secret);
                    assertThat(handler.getFilter()).isNotNull();
                    handler.getFilter().isLoggable(line);
                    assertThat(line.getMessage()).doesNotContain(secret);
                });
    }
}
