package com.elytracloud.status.assess;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.BackupListing.JobResult;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.domain.TenantVerdict.Reason;
import com.elytracloud.status.testing.NightlyBackups;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class JobAssessorTest {
    @ParameterizedTest(name = "a job that ended {0} ago {1}: {2}, {3}")
    @CsvSource({
        "PT0S, FRESH, SUCCESS, FRESH",
        "PT26H, FRESH, SUCCESS, FRESH",
        "PT26H0.001S, FRESH, WARNING, JOB_OVERDUE",
        "PT50H, FRESH, WARNING, JOB_OVERDUE",
        "PT50H0.001S, FRESH, FAILED, JOB_OVERDUE",
        "PT1H, JOB_WARNED, WARNING, JOB_WARNED",
        "PT27H, JOB_WARNED, WARNING, JOB_OVERDUE",
        "PT51H, JOB_WARNED, FAILED, JOB_OVERDUE",
        "PT0S, JOB_FAILED, FAILED, JOB_FAILED",
        "PT0S, JOB_MISSING, WARNING, JOB_MISSING",
        "PT0S, JOB_UNCLEAR, WARNING, JOB_UNCLEAR",
        "PT0S, JOB_UNKNOWN, UNKNOWN, JOB_UNKNOWN",
        "PT0S, , SUCCESS, FRESH"
    })
    void aGoodTenantIsAsGoodAsItsJob(Duration ago, Reason job, BackupStatus status, Reason reason) {
        TenantVerdict judged = judge(ago, job, BackupStatus.SUCCESS, Reason.FRESH);

        assertThat(judged.status()).isEqualTo(status);
        assertThat(judged.reason()).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0} with a job that {1} is {2}, {3}")
    @CsvSource({
        "FAILED, FRESH, FAILED, NO_BACKUP",
        "FAILED, JOB_FAILED, FAILED, NO_BACKUP",
        "WARNING, JOB_MISSING, WARNING, NO_BACKUP",
        "WARNING, JOB_UNKNOWN, WARNING, NO_BACKUP",
        "WARNING, JOB_FAILED, FAILED, JOB_FAILED"
    })
    void aJobNeverMakesItBetter(BackupStatus before, Reason job, BackupStatus status, Reason reason) {
        TenantVerdict judged = judge(Duration.ZERO, job, before, Reason.NO_BACKUP);

        assertThat(judged.status()).isEqualTo(status);
        assertThat(judged.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"JOB_FAILED", "JOB_WARNED", "JOB_UNCLEAR"})
    void aListingThatWasNotFinishedStaysUnknown(Reason job) {
        TenantVerdict judged = judge(Duration.ZERO, job, BackupStatus.UNKNOWN, Reason.LISTING_INCOMPLETE);

        assertThat(judged.status()).isEqualTo(BackupStatus.UNKNOWN);
        assertThat(judged.reason()).isEqualTo(Reason.LISTING_INCOMPLETE);
    }

    private static TenantVerdict judge(Duration ago, Reason job, BackupStatus status, Reason reason) {
        JobResult result = job == null ? null : new JobResult(job, NOW.minus(ago));
        return BackupAssessor.worsened(
                new TenantVerdict("acme", status, reason, "", List.of()), result, NightlyBackups.POLICY, NOW);
    }
}
