package com.elytracloud.status.backup;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TenantsTest {
    @ParameterizedTest(name = "depth {0}, {1}: {2}")
    @CsvSource({
        "0, backups/acme/db.gz, ''",
        "0, backups/db.gz, ''",
        "1, backups/acme/db.gz, acme",
        "1, backups/acme/2026-11-20/db.gz, acme",
        "1, backups/acme/files/site/db.gz, acme",
        "1, backups/acme.example.com/db.gz, acme.example.com",
        "1, backups/Ünïcode kunde/db.gz, Ünïcode kunde",
        "1, backups/db.gz, ''",
        "1, backups//db.gz, ''",
        "2, backups/eu/acme/db.gz, eu/acme",
        "2, backups/eu/acme/daily/db.gz, eu/acme",
        "2, backups/acme/db.gz, acme",
        "2, backups/acme/2026-11-20/db.gz, acme",
        "2, backups/db.gz, ''",
        "3, backups/eu/nyc3/acme/db.gz, eu/nyc3/acme",
        "3, backups/eu/nyc3/acme/20261120/db.gz, eu/nyc3/acme"
    })
    void theFirstFoldersBelowThePrefixAreTheTenant(int depth, String key, String tenant) {
        assertThat(new Tenants("backups/", depth).of(key)).isEqualTo(tenant);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026",
        "2026-11",
        "2026-11-20",
        "202611",
        "20261120",
        "2026112003",
        "202611200315",
        "20261120031500",
        "1795150000",
        "1795150000000"
    })
    void aFolderThatLooksLikeADateIsNoTenant(String folder) {
        assertThat(new Tenants("backups/", 1).of("backups/" + folder + "/db.gz"))
                .isEqualTo(Tenants.WHOLE_PREFIX);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"1042", "7", "99999", "2026-acme", "acme-2026-11-20", "20261", "2026-1", "2126112"})
    void aFolderWithOtherNumbersIsATenant(String folder) {
        assertThat(new Tenants("backups/", 1).of("backups/" + folder + "/db.gz"))
                .isEqualTo(folder);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"acme/db.gz, acme", "db.gz, ''"})
    void theWholeBucketMayBeThePrefix(String key, String tenant) {
        assertThat(new Tenants("", 1).of(key)).isEqualTo(tenant);
    }
}
