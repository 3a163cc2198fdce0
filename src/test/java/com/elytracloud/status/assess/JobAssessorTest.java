package com.elytracloud.status.assess;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.JobResult;
import com.elytracloud.status.domain.JobResult.Outcome;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.domain.TenantVerdict.Reason;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class JobAssessorTest {
    @ParameterizedTest(name = "a job that ended {0} ago {1}: {2}, {3}")
    @CsvSource({
        "PT0S, SUCCEEDED, SUCCESS, FRESH",
        "PT26H, SUCCEEDED, SUCCESS, FRESH",
        "PT26H0.001S, SUCCEEDED, WARNING, JOB_OVERDUE",
        "PT50H, SUCCEEDED, WARNING, JOB_OVERDUE",
        "PT50H0.001S, SUCCEEDED, FAILED, JOB_OVERDUE",
        "PT1H, WARNED, WARNING, JOB_WARNED",
        "PT27H, WARNED, WARNING, JOB_OVERDUE",
        "PT51H, WARNED, FAILED, JOB_OVERDUE",
        "PT0S, FAILED, FAILED, JOB_FAILED",
        "PT0S, MISSING, WARNING, JOB_MISSING",
        "PT0S, UNCLEAR, WARNING, JOB_UNCLEAR",
        "PT0S, UNAVAILABLE, UNKNOWN, JOB_UNKNOWN",
        "PT0S, NOT_ASKED, SUCCESS, FRESH"
    })
    void aGoodTenantIsAsGoodAsItsJob(Duration ago, Outcome outcome, BackupStatus status, Reason reason) {
        TenantVerdict judged = judge(ago, outcome, BackupStatus.SUCCESS, Reason.FRESH);

        assertThat(judged.status()).isEqualTo(status);
        assertThat(judged.reason()).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0} with a job that {1} is {2}, {3}")
    @CsvSource({
        "FAILED, SUCCEEDED, FAILED, NO_BACKUP",
        "FAILED, FAILED, FAILED, NO_BACKUP",
        "WARNING, MISSING, WARNING, NO_BACKUP",
        "WARNING, UNAVAILABLE, WARNING, NO_BACKUP",
        "WARNING, FAILED, FAILED, JOB_FAILED"
    })
    void aJobNeverMakesItBetter(BackupStatus before, Outcome outcome, BackupStatus status, Reason reason) {
        TenantVerdict judged = judge(Duration.ZERO, outcome, before, Reason.NO_BACKUP);

        assertThat(judged.status()).isEqualTo(status);
        assertThat(judged.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"FAILED", "WARNED", "UNCLEAR"})
    void aListingThatWasNotFinishedStaysUnknown(Outcome outcome) {
        TenantVerdict judged = judge(Duration.ZERO, outcome, BackupStatus.UNKNOWN, Reason.LISTING_INCOMPLETE);

        assertThat(judged.status()).isEqualTo(BackupStatus.UNKNOWN);
        assertThat(judged.reason()).isEqualTo(Reason.LISTING_INCOMPLETE);
    }

    private static TenantVerdict judge(Duration ago, Outcome outcome, BackupStatus status, Reason reason) {
        JobResult job = new JobResult(outcome, NOW.minus(ago));
        return BackupAssessor.worsened(
                new TenantVerdict("acme", status, reason, "", List.of()), job, BackupPolicy.NIGHTLY, NOW);
    }
}
