package com.elytracloud.status.assess;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.BackupObject;

import static org.assertj.core.api.Assertions.assertThat;

class BackupKeysTest {
    private static final Instant COPIED = Instant.parse("2028-02-29T12:00:00Z");
    private static final Instant END_OF_THE_TENTH = Instant.parse("2028-02-11T00:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backups/",
                "backups/acme/",
                "backups/acme/db.sql.gz.part",
                "backups/acme/db.sql.gz.PART",
                "backups/acme/db.sql.gz.tmp",
                "backups/acme/db.sql.gz.partial",
                "backups/acme/db.sql.gz.md5",
                "backups/acme/db.sql.gz.sha1",
                "backups/acme/db.sql.gz.sha256",
                "backups/acme/db.sql.gz.SHA512",
                "backups/acme/db.sql.gz.sha256sum",
                "backups/acme/SHA256SUMS",
                "backups/acme/md5sums",
                "backups/acme/db.sql.gz.crc32",
            })
    void foldersUnfinishedFilesAndChecksumsAreNoBackups(String key) {
        assertThat(BackupKeys.isCandidate(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "backups/acme/db.sql.gz",
                "db",
                "backups/acme.tmp/db.sql.gz",
                "backups/parts/db.sql",
                "backups/acme/db.part.gz",
                "backups/acme/department",
                "backups/acme/db-sha256.sql.gz",
            })
    void everythingElseMayBeOne(String key) {
        assertThat(BackupKeys.isCandidate(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme/2028-02-10/db.sql.gz",
                "acme/2028/02/10/db.sql.gz",
                "acme/db-20280210.sql.gz",
                "acme/db_2028_02_10.sql.gz",
                "acme/db.2028.02.10.sql.gz",
                "acme/2028-02-10T02:01:30Z.dump",
                "acme/20280210T020130Z.dump",
                "acme/db-202802100201.sql.gz",
                "acme/db-20280210020130.sql.gz",
                "acme/2019-01-01-migrated/2028-02-10.dump",
                "acme/2028-02-10/db-20280231.dump",
            })
    void anOldBackupCopiedLaterIsAsOldAsTheDayInItsKey(String key) {
        BackupObject copy = new BackupObject(key, COPIED, 5000);

        assertThat(BackupKeys.takenAt(copy)).isEqualTo(END_OF_THE_TENTH);
        assertThat(BackupKeys.dayTaken(copy)).isEqualTo(LocalDate.parse("2028-02-10"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme/db.sql.gz",
                "acme/db-20281310.dump",
                "acme/db-20280231.dump",
                "acme/db-2028-02/10.dump",
                "acme/db-120280210.dump",
                "acme/db-202802101.dump",
                "acme/19990210.dump",
                "acme/2028-03-10.dump",
            })
    void withoutAnEarlierDayInTheKeyTheListingTells(String key) {
        BackupObject object = new BackupObject(key, COPIED, 5000);

        assertThat(BackupKeys.takenAt(object)).isEqualTo(COPIED);
        assertThat(BackupKeys.dayTaken(object)).isEqualTo(LocalDate.parse("2028-02-29"));
    }

    @ParameterizedTest(name = "written {0}: taken {1}")
    @CsvSource({
        "2028-02-10T02:00:00Z, 2028-02-10T02:00:00Z",
        "2028-02-12T12:00:00Z, 2028-02-12T12:00:00Z",
        "2028-02-12T12:00:00.001Z, 2028-02-11T00:00:00Z",
        "2028-02-09T02:00:00Z, 2028-02-09T02:00:00Z",
    })
    void theDayInTheKeyPrevailsBeyondThirtySixHours(Instant written, Instant taken) {
        assertThat(BackupKeys.takenAt(new BackupObject("acme/2028-02-10.dump", written, 5000)))
                .isEqualTo(taken);
    }

    @Test
    void aBackupWrittenAtMidnightIsOfTheDayThatBegins() {
        BackupObject object = new BackupObject("acme/db.dump", Instant.parse("2028-02-29T00:00:00Z"), 5000);

        assertThat(BackupKeys.dayTaken(object)).isEqualTo(LocalDate.parse("2028-02-29"));
    }
}
