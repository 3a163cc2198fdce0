package com.elytracloud.status.guard;

import java.util.logging.Logger;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class GuardedLogsQuarkusTest {
    @Test
    void noHandlerOfTheApplicationIsWithoutTheFilter() {
        assertThat(Logger.getLogger("").getHandlers())
                .isNotEmpty()
                .allSatisfy(handler -> assertThat(handler.getFilter()).isInstanceOf(SecretLogFilter.class));
    }
}
