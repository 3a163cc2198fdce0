package com.elytracloud.status.assess;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.TenantVerdict.Reason;
import com.elytracloud.status.testing.TenantBuilder;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static com.elytracloud.status.testing.TenantBuilder.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

class BackupAssessorTest {
    @ParameterizedTest(name = "{0} old: {1}")
    @CsvSource({
        "PT-5M, FRESH",
        "PT26H, FRESH",
        "PT26H0.001S, OVERDUE",
        "PT50H, OVERDUE",
        "PT50H0.001S, TOO_OLD",
    })
    void ageIsJudgedToTheInstant(Duration age, Reason expected) {
        assertThat(reason(aTenant("acme").aged(age))).isEqualTo(expected);
    }

    @Test
    void theAgesAreThoseOfThePolicy() {
        BackupPolicy weekly = new BackupPolicy(Duration.ofDays(8), Duration.ofDays(15), 1024);
        BackupEvidence tenant = aTenant("acme").aged(Duration.ofDays(8)).evidence();

        assertThat(BackupAssessor.assess(tenant, weekly, NOW).status()).isEqualTo(BackupStatus.SUCCESS);
    }

    @ParameterizedTest(name = "{0} bytes after {1}, {2}, {3}: {4}")
    @CsvSource({
        "500, 1000, 1000, 1000, FRESH",
        "499, 1000, 1000, 1000, SHRUNK",
        "499, 1, 1000, 5000, SHRUNK",
        "499, 1, 1, 5000, FRESH",
    })
    void theSizeIsHeldAgainstTheMedianOfThoseBefore(Long newest, Long a, Long b, Long c, Reason expected) {
        assertThat(reason(aTenant("acme").sized(newest, a, b, c))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} bytes: {1}")
    @CsvSource({"750, FRESH", "749, SHRUNK"})
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo(Long newest, Reason expected) {
        assertThat(reason(aTenant("acme").sized(newest, 1L, 1000L, 2000L, 9000L)))
                .isEqualTo(expected);
    }

    @Test
    void ofTwoBackupsBeforeTheSizeIsNotJudged() {
        assertThat(reason(aTenant("acme").sized(1L, 1000L, 1000L))).isEqualTo(Reason.FRESH);
    }

    @ParameterizedTest(name = "{0} days within {1}: {2}")
    @CsvSource({
        "5, P30D, FRESH",
        "4, P30D, DAYS_MISSING",
        "4, P7D, DAYS_MISSING",
        "4, P6DT23H59M59S, FRESH",
    })
    void fiveOfSevenDaysAreExpectedOnceThereIsAWeek(int days, Duration history, Reason expected) {
        assertThat(reason(aTenant("acme").days(days, history))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "for {0}: {1}")
    @CsvSource({"PT6H, FRESH", "PT6H0.001S, UPLOAD_STALLED"})
    void anUploadMayTakeSixHours(Duration since, Reason expected) {
        assertThat(reason(aTenant("acme").uploadStalled(since))).isEqualTo(expected);
    }

    @Test
    void theWorstIsNamedFirst() {
        TenantBuilder tenant =
                aTenant("acme").uploadStalled(Duration.ofHours(7)).days(1, Duration.ofDays(30));
        assertThat(reason(tenant)).isEqualTo(Reason.DAYS_MISSING);
        assertThat(reason(tenant.shrunkTo(0.1))).isEqualTo(Reason.SHRUNK);
        assertThat(reason(tenant.newestInvalid())).isEqualTo(Reason.NEWEST_INVALID);
        assertThat(reason(tenant.aged(Duration.ofHours(27)))).isEqualTo(Reason.OVERDUE);
        assertThat(reason(tenant.aged(Duration.ofHours(51)))).isEqualTo(Reason.TOO_OLD);
        assertThat(reason(tenant.withoutBackups())).isEqualTo(Reason.NO_BACKUP);
        assertThat(reason(tenant.incomplete())).isEqualTo(Reason.LISTING_INCOMPLETE);
    }

    @Test
    void aStorageThatCouldNotBeReadIsUnknownAndNotFailed() {
        Reading<List<BackupEvidence>> unread =
                new Reading.Failed<>(new Failure(Failure.Reason.FORBIDDEN, "the key may not list"));

        assertThat(BackupAssessor.assess(unread, BackupPolicy.NIGHTLY, NOW))
                .isEqualTo(new BackupVerdict(BackupStatus.UNKNOWN, "SOURCE_FORBIDDEN", List.of()));
    }

    @Test
    void withoutTenantsNothingIsKnown() {
        assertThat(BackupAssessor.assess(new Reading.Nothing<>(), BackupPolicy.NIGHTLY, NOW)
                        .status())
                .isEqualTo(BackupStatus.UNKNOWN);
    }

    @Test
    void theHealthyTenantWithTheOldestBackupSetsTheTime() {
        BackupVerdict verdict = all(
                aTenant("early").aged(Duration.ofHours(20)),
                aTenant("fresh").aged(Duration.ofHours(1)),
                aTenant("late").aged(Duration.ofHours(40)));

        assertThat(verdict.status()).isEqualTo(BackupStatus.WARNING);
        assertThat(verdict.lastSuccessfulAt()).contains(ago("PT20H"));
    }

    @Test
    void withoutAHealthyTenantThereIsNoTime() {
        assertThat(all(aTenant("late").aged(Duration.ofHours(40))).lastSuccessfulAt())
                .isEmpty();
    }

    private static BackupVerdict all(TenantBuilder... tenants) {
        List<BackupEvidence> evidence =
                Arrays.stream(tenants).map(TenantBuilder::evidence).toList();
        return BackupAssessor.assess(new Reading.Found<>(evidence), BackupPolicy.NIGHTLY, NOW);
    }

    private static Reason reason(TenantBuilder tenant) {
        return BackupAssessor.assess(tenant.evidence(), BackupPolicy.NIGHTLY, NOW)
                .reason();
    }
}
