package com.elytracloud.status.guard;

import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.testing.LocalWorldResource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(LocalWorldResource.class)
class GuardedLogsQuarkusTest {
    @Test
    void noHandlerOfTheApplicationIsWithoutTheFilter() {
        String secret = ConfigProvider.getConfig().getValue("SPACES_SECRET_KEY", String.class);

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
