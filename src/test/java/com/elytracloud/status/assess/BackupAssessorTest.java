package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.assess.SeriesCollector.BackupObject;
import com.elytracloud.status.assess.SeriesNames.BackupPattern;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupState;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.domain.TenantVerdict.Reason;
import com.elytracloud.status.testing.NightlyBackups;
import com.elytracloud.status.testing.TenantBuilder;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static com.elytracloud.status.testing.TenantBuilder.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

class BackupAssessorTest {
    private static final long USUAL = 1_000_000;

    @ParameterizedTest(name = "{0} old: {1}")
    @CsvSource({
        "PT-1M, FRESH",
        "PT26H, FRESH",
        "PT26H1S, OVERDUE",
        "PT50H, OVERDUE",
        "PT50H1S, TOO_OLD",
    })
    void aNightlySeriesIsDueAfterTwentySixHours(Duration age, Reason expected) {
        assertThat(reason(aTenant("acme").aged(age))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "every {0} days, {1} h old: {2}")
    @CsvSource({
        "2, 50, FRESH", "2, 51, OVERDUE", "2, 98, OVERDUE", "2, 99, TOO_OLD",
        "7, 170, FRESH", "7, 171, OVERDUE", "7, 338, OVERDUE", "7, 339, TOO_OLD",
    })
    void aSlowerSeriesIsDueByItsOwnCadence(int days, int hours, Reason expected) {
        List<Object[]> objects = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            objects.add(object("acme/%s.tgz", hours + 24L * days * i, USUAL));
        }
        assertThat(only(assess(objects)).reason()).isEqualTo(expected);
    }

    @Test
    void weekendsWithoutRunsAreLearnedAndDoNotAge() {
        // Weekdays only, for five weeks; the newest is of Friday 02:00, and it is Monday 01:00.
        List<Object[]> objects = new ArrayList<>();
        for (int day = 0; day < 35; day++) {
            if (day % 7 < 5) {
                objects.add(object("acme/%s.tgz", 71 + 24L * day, USUAL));
            }
        }
        assertThat(only(assess(objects)).reason()).isEqualTo(Reason.FRESH);
    }

    @ParameterizedTest(name = "{0} bytes after {1}, {2}, {3}: {4}")
    @CsvSource({
        "5000, 10000, 30000, 40000, FRESH",
        "4999, 10000, 30000, 40000, SHRUNK",
        "4999, 9998, 30000, 40000, FRESH",
    })
    void theSizeIsComparedWithTheSmallestBefore(Long newest, Long a, Long b, Long c, Reason expected) {
        assertThat(reason(aTenant("acme").sized(newest, a, b, c))).isEqualTo(expected);
    }

    @Test
    void twoSizesBeforeAreTooFewToCompare() {
        assertThat(reason(aTenant("acme").sized(5000L, 90_000L, 90_000L))).isEqualTo(Reason.FRESH);
    }

    @ParameterizedTest(name = "for {0}: {1}")
    @CsvSource({"PT6H, FRESH", "PT6H0.001S, UPLOAD_STALLED"})
    void anUploadMayTakeSixHours(Duration since, Reason expected) {
        assertThat(reason(aTenant("acme").uploadStalled(since))).isEqualTo(expected);
    }

    @Test
    void theFirstRuleThatMatchesIsNamed() {
        TenantBuilder tenant =
                aTenant("acme").uploadStalled(Duration.ofHours(7)).without(1, 2, 4);
        assertThat(reason(tenant)).isEqualTo(Reason.DAYS_MISSING);
        assertThat(reason(tenant.shrunkTo(0.1))).isEqualTo(Reason.SHRUNK);
        assertThat(reason(tenant.newestInvalid(Duration.ofHours(1)))).isEqualTo(Reason.NEWEST_INVALID);
        assertThat(reason(tenant.aged(Duration.ofHours(27)))).isEqualTo(Reason.OVERDUE);
        assertThat(reason(tenant.aged(Duration.ofHours(51)))).isEqualTo(Reason.TOO_OLD);
        assertThat(reason(tenant.withoutBackups())).isEqualTo(Reason.TOO_SMALL);
        assertThat(reason(aTenant("acme").withoutBackups())).isEqualTo(Reason.NO_BACKUP);
        assertThat(reason(tenant.incomplete())).isEqualTo(Reason.LISTING_INCOMPLETE);
    }

    @Test
    void aCustomerOfWhomNothingIsLeftFailsUntilItIsForgotten() {
        BackupListing before = TenantBuilder.listing(List.of(aTenant("acme")));
        BackupState state = KnownSeries.next(before, BackupState.NONE, NightlyBackups.POLICY, NOW);
        BackupListing gone =
                new BackupListing("source", List.of(), List.of(), before.stalled(), before.jobs(), 0, before.missing());

        assertThat(only(later(gone, state, Duration.ZERO)).reason()).isEqualTo(Reason.NO_BACKUP);
        assertThat(only(later(gone, state, Duration.ofDays(3))).reason()).isEqualTo(Reason.NO_BACKUP);
        assertThat(later(gone, state, Duration.ofDays(31)).tenants()).isEmpty();
    }

    @Test
    void anotherBucketPrefixOrPatternStartsAfresh() {
        BackupState state = KnownSeries.next(
                TenantBuilder.listing(List.of(aTenant("acme"))), BackupState.NONE, NightlyBackups.POLICY, NOW);

        assertThat(later(NightlyBackups.listing(List.of()), state, Duration.ofDays(3))
                        .tenants())
                .isEmpty();
    }

    @Test
    void aDeletedNewestBackupIsNoEvidenceThoughItIsKnown() {
        BackupState state = KnownSeries.next(
                TenantBuilder.listing(List.of(aTenant("acme"))), BackupState.NONE, NightlyBackups.POLICY, NOW);
        BackupListing without = TenantBuilder.listing(List.of(aTenant("acme").aged(Duration.ofHours(51))));

        assertThat(only(later(without, state, Duration.ZERO)).reason()).isEqualTo(Reason.TOO_OLD);
    }

    @Test
    void aPatternSaysWhoTheCustomerIs() {
        SeriesNames names = new SeriesNames(List.of(BackupPattern.of("{date}/{customer}-{series}.sql.gz")));

        assertThat(names.of("2026/11/25/acme-shop-main.sql.gz", Instant.EPOCH))
                .isEqualTo(new SeriesNames.SeriesName("#/acme-shop-main.sql.gz", "acme"));
    }

    @Test
    void aStorageThatCouldNotBeReadIsUnknownAndNotFailed() {
        Reading<BackupListing> unread =
                new Reading.Failed<>(new Failure(Failure.Reason.FORBIDDEN, "the key may not list"));

        assertThat(NightlyBackups.assess(unread, NOW))
                .isEqualTo(new BackupVerdict(BackupStatus.UNKNOWN, "SOURCE_FORBIDDEN", List.of()));
        assertThat(NightlyBackups.assess(new Reading.Nothing<>(), NOW).status()).isEqualTo(BackupStatus.UNKNOWN);
    }

    @Test
    void theHealthyCustomerWithTheOldestBackupSetsTheTime() {
        BackupVerdict verdict = all(
                aTenant("early").aged(Duration.ofHours(20)),
                aTenant("fresh").aged(Duration.ofHours(1)),
                aTenant("late").aged(Duration.ofHours(40)));

        assertThat(verdict.status()).isEqualTo(BackupStatus.WARNING);
        assertThat(verdict.tenants().get(0).customer()).isEqualTo("late");
        assertThat(verdict.lastSuccessfulAt()).contains(ago("PT20H"));
        assertThat(all(aTenant("late").aged(Duration.ofHours(40))).lastSuccessfulAt())
                .isEmpty();
    }

    private static Object[] object(String key, long hoursAgo, long bytes) {
        Instant at = NOW.minus(Duration.ofHours(hoursAgo));
        return new Object[] {key.formatted(at.toString().substring(0, 10)), at, bytes};
    }

    private static BackupVerdict assess(List<Object[]> objects) {
        SeriesCollector collector = new SeriesCollector(new SeriesNames(List.of()), NOW);
        IntStream.range(0, objects.size())
                .mapToObj(objects::get)
                .forEach(each -> collector.add(
                        (String) each[0], new BackupObject((String) each[0], (Instant) each[1], (Long) each[2])));
        return NightlyBackups.assess(collector.series(), NOW);
    }

    private static BackupVerdict later(BackupListing listing, BackupState state, Duration after) {
        return BackupAssessor.assess(new Reading.Found<>(listing), NightlyBackups.POLICY, state, NOW.plus(after));
    }

    private static TenantVerdict only(BackupVerdict verdict) {
        assertThat(verdict.tenants()).hasSize(1);
        return verdict.tenants().get(0);
    }

    private static BackupVerdict all(TenantBuilder... tenants) {
        return NightlyBackups.assess(tenants);
    }

    private static Reason reason(TenantBuilder tenant) {
        return only(all(tenant)).reason();
    }
}
