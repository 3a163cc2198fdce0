package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.assess.SeriesNames;
import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Variables;

import static org.assertj.core.api.Assertions.assertThat;

class BackupConfigTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({", backups/", "backups/, backups/", "backups, backups/", "/a/b//, a/b/", "/, ''"})
    void thePrefixIsAFolder(String value, String prefix) {
        assertThat(config("BACKUP_PREFIX", value).prefix()).isEqualTo(prefix);
    }

    @Test
    void withoutABucketTheOperatorMustSaySo() {
        assertThat(config("BACKUP_BUCKET", null).problems())
                .extracting(Problem::toString)
                .containsExactly("BACKUP_BUCKET: is not set; it is the bucket of the backups,"
                        + " or 'none' if there are no backups to show");
    }

    @Test
    void noneIsNoBucketAndNoProblem() {
        BackupConfig config = config("BACKUP_BUCKET", "none");

        assertThat(config.bucket()).isEmpty();
        assertThat(config.problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "STATUS_BUCKET, the-backups, BACKUP_BUCKET",
        "BACKUP_TENANTS, /, BACKUP_TENANTS",
        "BACKUP_MANIFEST_KEY, results/, BACKUP_MANIFEST_KEY",
        "BACKUP_PATTERN, {date}.gz, BACKUP_PATTERN",
        "BACKUP_PATTERN, {client}/{date}.gz, BACKUP_PATTERN",
        "BACKUP_PATTERN, {customer}/{customer}.gz, BACKUP_PATTERN"
    })
    void aValueThatCannotWorkIsAProblem(String variable, String value, String named) {
        assertThat(config(variable, value).problems())
                .extracting(Problem::variable)
                .containsExactly(named);
    }

    @Test
    void theServerDecidesWhatABucketMayBeCalled() {
        assertThat(config("BACKUP_BUCKET", "Client_Backups").problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"acme, true", "25112026, false", "2026-11-25, false", "mysql, false", "'', false"})
    void aFolderOfADayIsNoCustomer(String folder, boolean isCustomer) {
        BackupConfig config = config("BACKUP_PREFIX", "backups");

        assertThat(config.isCustomerFolder(folder, Instant.parse("2026-11-25T12:00:00Z")))
                .isEqualTo(isCustomer);
    }

    @Test
    void theSourceSaysByWhichRulesSeriesAreNamed() {
        assertThat(config("BACKUP_PREFIX", "a").source())
                .endsWith("-" + SeriesNames.RULES)
                .isNotEqualTo(config("BACKUP_PREFIX", "b").source());
    }

    private static BackupConfig config(String variable, String value) {
        Map<String, String> variables = new HashMap<>(Map.of("BACKUP_BUCKET", "the-backups"));
        variables.put(variable, value);
        return new BackupConfig(new Variables(variables::get));
    }
}
