package com.elytracloud.status.guard;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MessageGuardTest {
    private static final String SECRET = "hunter2-hunter2-hunter2";

    private final MessageGuard guard = new MessageGuard(
            new GuardStage().secret(SECRET).insideName("acme-backups").canaries());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOT_FOUND: listing acme-backups/backups/: answer 404 NoSuchBucket",
                "UNREACHABLE: no connection to 10.0.0.7:3001",
                "https://status.example.com/status.json did not answer",
                "ops@example.com was not told",
                "2026-11-20T21:50:00Z, 7 days left, PT30M"
            })
    void whatAnOperatorMustBeToldPasses(String text) {
        assertThat(guard.findsSecretIn(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the key is " + SECRET,
                "a part of it: ter2-hunter2-",
                "in Base64: aHVudGVyMi1odW50ZXIyLWh1bnRlcjI=",
                "Authorization: Bearer abcdef0123456789",
                "uk1_abcdefghijklmnopqrstuvwxyz0123456789",
                "SG.abcdefghijklmnopqrstuv.abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
                "https://hooks.slack.com/services/T00000000/B00000000/abcdefghijklmnopqrstuvwx"
            })
    void aSecretDoesNot(String text) {
        assertThat(guard.findsSecretIn(text)).isTrue();
    }

    @Test
    void anEmptyTextHoldsNothing() {
        assertThat(guard.findsSecretIn("")).isFalse();
    }
}
