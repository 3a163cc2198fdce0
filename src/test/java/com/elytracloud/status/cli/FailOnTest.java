package com.elytracloud.status.cli;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.cli.BackupsCommand.FailOn;
import com.elytracloud.status.domain.BackupStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Which verdicts make {@code elytra backups --fail-on} exit with 1. */
class FailOnTest {
    @ParameterizedTest
    @CsvSource({"SUCCESS, false, false", "UNKNOWN, true, false", "WARNING, true, false", "FAILED, true, true"})
    void aVerdictAsBadAsItSaysFails(BackupStatus status, boolean onWarning, boolean onFailed) {
        assertThat(FailOn.warning.includes(status)).isEqualTo(onWarning);
        assertThat(FailOn.failed.includes(status)).isEqualTo(onFailed);
    }
}
