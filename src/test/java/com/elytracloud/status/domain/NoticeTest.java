package com.elytracloud.status.domain;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NoticeTest {
    private static final Instant START = Instant.parse("2028-02-29T22:00:00Z");

    @ParameterizedTest(name = "{0} before its end: active {1}, ending {2}")
    @CsvSource({
        "PT4H, true, false",
        "PT30M0.001S, true, false",
        "PT30M, true, true",
        "PT0.001S, true, true",
        "PT0S, false, false",
        "-PT1S, false, false"
    })
    void itSpeaksUntilItExpiresAndIsEndingHalfAnHourBefore(Duration left, boolean isActive, boolean isEnding) {
        Notice notice = notice("Title", "Message", PlatformStatus.DEGRADED, Duration.ofHours(4));
        Instant now = notice.expiresAt().minus(left);

        assertThat(notice.isActiveAt(now)).isEqualTo(isActive);
        assertThat(notice.isEndingAt(now)).isEqualTo(isEnding);
    }

    @ParameterizedTest(name = "{0} for {1}: allowed {2}")
    @CsvSource({
        "OPERATIONAL, PT2H, true",
        "OPERATIONAL, PT2H0.001S, false",
        "OUTAGE, PT24H, true",
        "OUTAGE, PT24H0.001S, false",
        "OUTAGE, PT0.001S, true",
        "OUTAGE, PT0S, false",
        "OUTAGE, -PT1S, false"
    })
    void nobodySpeaksForLongLeastOfAllThatAllIsWell(PlatformStatus status, Duration length, boolean isAllowed) {
        if (isAllowed) {
            assertThat(notice("Title", "Message", status, length).status()).isEqualTo(status);
        } else {
            assertThatThrownBy(() -> notice("Title", "Message", status, length))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(status.toString());
        }
    }

    @Test
    void titleAndMessageSaySomethingAndNotTooMuch() {
        String title = "t".repeat(Notice.MAX_TITLE);
        String message = "m".repeat(Notice.MAX_MESSAGE);

        assertThat(notice(title, message, PlatformStatus.OUTAGE, Notice.USUAL).title())
                .isEqualTo(title);
        refuses("title", title + "t", message);
        refuses("title", " ", message);
        refuses("title", null, message);
        refuses("message", title, message + "m");
        refuses("message", title, "");
    }

    private static void refuses(String part, String title, String message) {
        assertThatThrownBy(() -> notice(title, message, PlatformStatus.OUTAGE, Notice.USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(part);
    }

    private static Notice notice(String title, String message, PlatformStatus status, Duration length) {
        return new Notice(status, title, message, START, START.plus(length));
    }
}
