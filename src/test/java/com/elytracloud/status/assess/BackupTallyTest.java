package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.DatedBackup;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static org.assertj.core.api.Assertions.assertThat;

class BackupTallyTest {
    @ParameterizedTest(name = "{0} bytes: valid {1}")
    @CsvSource({"1024, true", "1023, false", "0, false"})
    void anObjectBelowTheSmallestSizeIsNoBackup(long bytes, boolean valid) {
        BackupEvidence evidence = tally(new BackupObject("db.dump", ago("PT2H"), bytes));

        assertThat(evidence.newestValid()).hasSize(valid ? 1 : 0);
        assertThat(evidence.newestIsValid()).isEqualTo(valid);
    }

    @ParameterizedTest(name = "{0} ahead: valid {1}")
    @CsvSource({"PT0S, true", "PT5M, true", "PT5M0.001S, false"})
    void anObjectFromTheFutureIsNoBackup(Duration ahead, boolean valid) {
        BackupEvidence evidence = tally(new BackupObject("db.dump", NOW.plus(ahead), 5000));

        assertThat(evidence.newestValid()).hasSize(valid ? 1 : 0);
        assertThat(evidence.newestIsValid()).isEqualTo(valid);
    }

    @Test
    void aBackupSlightlyAheadReachesNoTimeBack() {
        assertThat(tally(new BackupObject("db.dump", NOW.plusSeconds(60), 5000)).history())
                .isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest(name = "an empty object {0} ago beside a backup 2 h ago: newest valid {1}")
    @CsvSource({"PT1H, false", "PT2H, true", "PT3H, true"})
    void onlyTheNewestObjectOfAllMustBeABackup(String emptyAgo, boolean newestIsValid) {
        BackupEvidence evidence = tally(backup("db.dump", "PT2H"), new BackupObject("empty.dump", ago(emptyAgo), 0));

        assertThat(evidence.newestIsValid()).isEqualTo(newestIsValid);
        assertThat(keys(evidence)).containsExactly("db.dump");
    }

    @Test
    void whatCannotBeABackupIsNotEvenLookedAt() {
        BackupEvidence evidence = tally(
                new BackupObject("acme/", ago("PT1M"), 0),
                new BackupObject("acme/db.dump.part", ago("PT1M"), 12),
                new BackupObject("acme/db.dump.sha256", ago("PT1M"), 64),
                backup("acme/db.dump", "PT2H"));

        assertThat(evidence.newestIsValid()).isTrue();
        assertThat(keys(evidence)).containsExactly("acme/db.dump");
    }

    @Test
    void anEmptyListingHasNoBackupAndNoBadOne() {
        BackupEvidence evidence = tally();

        assertThat(evidence)
                .isEqualTo(new BackupEvidence("acme", true, List.of(), true, 0, Duration.ZERO, Duration.ZERO));
    }

    @Test
    void onlyTheEightNewestAreKept() {
        BackupEvidence evidence = tally(nightly(20));

        assertThat(keys(evidence))
                .containsExactly("0.dump", "1.dump", "2.dump", "3.dump", "4.dump", "5.dump", "6.dump", "7.dump");
        assertThat(evidence.history()).isEqualTo(Duration.ofDays(19).plusHours(2));
    }

    @ParameterizedTest(name = "written {0}: {1} distinct days")
    @CsvSource({"2028-02-23T00:00:00Z, 1", "2028-02-22T23:59:59Z, 0", "2028-02-29T23:59:30Z, 1"})
    void todayAndSixDaysBeforeAreTheLastSeven(Instant written, int days) {
        assertThat(tally(new BackupObject("db.dump", written, 5000)).distinctDays())
                .isEqualTo(days);
    }

    @Test
    void severalBackupsOfOneDayAreOneDay() {
        assertThat(tally(backup("a.dump", "PT2H"), backup("b.dump", "PT20H"), backup("c.dump", "PT26H"))
                        .distinctDays())
                .isEqualTo(2);
    }

    @Test
    void aCopiedBackupCountsForTheDayInItsKeyAndNotForTheNext() {
        BackupEvidence evidence = tally(
                new BackupObject("2028-02-26.dump", ago("PT1H"), 5000),
                new BackupObject("written.dump", Instant.parse("2028-02-27T02:00:00Z"), 5000));

        assertThat(evidence.distinctDays()).isEqualTo(2);
    }

    @Test
    void anOldBackupCopiedTodayIsNotTheNewest() {
        BackupEvidence evidence =
                tally(new BackupObject("db-2028-02-01.dump", ago("PT1M"), 5000), backup("db.dump", "PT25H"));

        assertThat(keys(evidence)).containsExactly("db.dump", "db-2028-02-01.dump");
    }

    @Test
    void theOrderOfTheListingDoesNotMatter() {
        long seed = System.nanoTime();
        List<BackupObject> listing = new ArrayList<>(List.of(nightly(30)));
        listing.add(new BackupObject("empty.dump", ago("PT1H"), 0));
        listing.add(new BackupObject("copied-2028-02-20.dump", ago("PT1H"), 5000));
        listing.add(backup("same-moment.dump", "PT2H"));
        BackupEvidence inOrder = tally(listing.toArray(BackupObject[]::new));
        Random random = new Random(seed);

        for (int round = 0; round < 50; round++) {
            Collections.shuffle(listing, random);

            assertThat(tally(listing.toArray(BackupObject[]::new)))
                    .as("shuffled with seed %d, round %d", seed, round)
                    .isEqualTo(inOrder);
        }
    }

    @Test
    void whatTheStorageSaidOfTheListingIsPassedOn() {
        BackupTally tally = new BackupTally("acme", BackupPolicy.NIGHTLY, NOW);

        BackupEvidence evidence = tally.toEvidence(false, Duration.ofHours(7));

        assertThat(evidence.tenant()).isEqualTo("acme");
        assertThat(evidence.complete()).isFalse();
        assertThat(evidence.stalledUpload()).isEqualTo(Duration.ofHours(7));
    }

    private static BackupEvidence tally(BackupObject... listing) {
        BackupTally tally = new BackupTally("acme", BackupPolicy.NIGHTLY, NOW);
        for (BackupObject object : listing) {
            tally.add(object);
        }
        return tally.toEvidence(true, Duration.ZERO);
    }

    private static BackupObject backup(String key, String ago) {
        return new BackupObject(key, ago(ago), 5000);
    }

    private static BackupObject[] nightly(int nights) {
        BackupObject[] listing = new BackupObject[nights];
        for (int night = 0; night < nights; night++) {
            listing[night] = backup(night + ".dump", "P%dDT2H".formatted(night));
        }
        return listing;
    }

    private static List<String> keys(BackupEvidence evidence) {
        return evidence.newestValid().stream()
                .map(DatedBackup::object)
                .map(BackupObject::key)
                .toList();
    }
}
