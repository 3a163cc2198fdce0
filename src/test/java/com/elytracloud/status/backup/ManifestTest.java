package com.elytracloud.status.backup;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.TenantVerdict.Reason;

import static org.assertj.core.api.Assertions.assertThat;

class ManifestTest {
    private static final Instant FINISHED = Instant.parse("2026-11-25T02:10:00Z");

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "\"2026-11-25T02:10:00Z\", 0, FRESH",
                "\"2026-11-25T03:10:00+01:00\", \"0\", FRESH",
                "\"2026-11-25T03:10:00+0100\", 1, JOB_FAILED",
                "\"2026-11-25 02:10:00\", \"1\", JOB_FAILED",
                "\"2026-11-25 02:10:00 UTC\", 0, FRESH",
                "`\"Wed, 25 Nov 2026 02:10:00 +0000\"`, 0, FRESH",
                "1795572600, 0, FRESH",
                "\"1795572600000\", 0, FRESH",
                "\"yesterday\", 0, JOB_UNCLEAR",
                "\"2026-11-25T02:10:00Z\", \"none\", JOB_UNCLEAR",
                "\"2026-11-25T02:10:00Z\", null, JOB_UNCLEAR"
            })
    void timesAndExitCodesMayBeNumbersOrTexts(String finishedAt, String exitCode, Reason reason) {
        String json = "{\"finished_at\":%s,\"exit_code\":%s}".formatted(finishedAt, exitCode);

        Manifest manifest = Manifest.parse(json.getBytes(StandardCharsets.UTF_8), FINISHED);

        assertThat(manifest.of("acme").reason()).isEqualTo(reason);
        if (reason != Reason.JOB_UNCLEAR) {
            assertThat(manifest.of("acme").finishedAt()).isEqualTo(FINISHED);
        }
    }

    @ParameterizedTest(name = "{0}: acme {1}, bolt {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'status':'OK' | FRESH | FRESH",
                "'status':'partial' | JOB_WARNED | JOB_WARNED",
                "'status':'timeout' | JOB_FAILED | JOB_FAILED",
                "'status':'?' | JOB_UNCLEAR | JOB_UNCLEAR",
                "'status':'warning','exit_code':0 | JOB_WARNED | JOB_WARNED",
                "'status':'ok','exit_code':2 | JOB_FAILED | JOB_FAILED",
                "'status':'ok','exit_code':null | JOB_UNCLEAR | JOB_UNCLEAR",
                "'status':'ok','tenants':{'acme':{'exit_code':1}} | JOB_FAILED | FRESH",
                "'tenants':{'acme':'ok'} | FRESH | JOB_MISSING",
                "'tenants':{'acme':{'status':'ok'},'bolt':{'exit_code':'0'}} | FRESH | FRESH"
            })
    void aTenantsOwnResultCountsBeforeThatOfAll(String fields, Reason acme, Reason bolt) {
        String json =
                "{'finished_at':'2026-11-25T02:10:00Z',%s}".formatted(fields).replace('\'', '"');

        Manifest manifest = Manifest.parse(json.getBytes(StandardCharsets.UTF_8), FINISHED);

        assertThat(manifest.of("acme").reason()).isEqualTo(acme);
        assertThat(manifest.of("bolt").reason()).isEqualTo(bolt);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"``", "[]", "{", "{}", "{\"status\":\"ok\"}", "[[[[[[[[[[1]]]]]]]]]]"})
    void whatCannotBeUnderstoodIsUnclear(String text) {
        assertThat(Manifest.parse(text.getBytes(StandardCharsets.UTF_8), FINISHED)
                        .of("acme")
                        .reason())
                .isEqualTo(Reason.JOB_UNCLEAR);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "backups/result.json, backups/result.json, true",
        "backups/result.json, backups/acme/result.json, false",
        "backups/{tenant}/{tenant}.json, backups/acme/acme.json, true",
        "backups/{tenant}/{tenant}.json, backups/acme/borg.json, false",
        "results/{customer}.json, results/acme.json, true",
        "'', '', false"
    })
    void aResultOfTheJobIsKnownByItsKey(String setting, String key, boolean isOne) {
        assertThat(Manifest.Key.of(setting).isOne(key)).isEqualTo(isOne);
    }
}
