package com.elytracloud.status.backup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.JobResult.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class ManifestTest {
    private static final Instant FINISHED = Instant.parse("2026-11-25T02:10:00Z");

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"2026-11-25T02:10:00Z\", 0, SUCCEEDED",
                "\"2026-11-25T03:10:00+01:00\", \"0\", SUCCEEDED",
                "\"2026-11-25T03:10:00+0100\", 1, FAILED",
                "\"2026-11-25 02:10:00\", \"1\", FAILED",
                "\"2026-11-25 02:10:00 UTC\", 0, SUCCEEDED",
                "`\"Wed, 25 Nov 2026 02:10:00 +0000\"`, 0, SUCCEEDED",
                "1795572600, 0, SUCCEEDED",
                "\"1795572600000\", 0, SUCCEEDED",
                "\"yesterday\", 0, UNCLEAR",
                "\"2026-11-25T02:10:00Z\", \"none\", UNCLEAR"
            })
    void timesAndExitCodesMayBeNumbersOrTexts(String finishedAt, String exitCode, Outcome outcome) {
        String json = "{\"finished_at\":%s,\"exit_code\":%s}".formatted(finishedAt, exitCode);

        Manifest manifest = Manifest.parse(json.getBytes(StandardCharsets.UTF_8), FINISHED);

        assertThat(manifest.of("acme").outcome()).isEqualTo(outcome);
        if (outcome != Outcome.UNCLEAR) {
            assertThat(manifest.of("acme").finishedAt()).isEqualTo(FINISHED);
        }
    }
}
