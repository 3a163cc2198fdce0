package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;

import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.JobResult;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.domain.TenantVerdict.Reason;

/** Applies the backup job's own result to a verdict: it never makes it better. */
final class JobAssessor {
    private JobAssessor() {}

    /** The same verdict, or the job's where that is worse; an incomplete listing stays unknown. */
    static TenantVerdict worsen(TenantVerdict verdict, JobResult job, BackupPolicy policy, Instant now) {
        return switch (job.outcome()) {
            case NOT_ASKED -> verdict;
            case FAILED -> worse(verdict, Reason.JOB_FAILED);
            case WARNED -> worse(byAge(verdict, job, policy, now), Reason.JOB_WARNED);
            case SUCCEEDED -> byAge(verdict, job, policy, now);
            case MISSING -> worse(verdict, Reason.JOB_MISSING);
            case UNCLEAR -> worse(verdict, Reason.JOB_UNCLEAR);
            case UNAVAILABLE -> worse(verdict, Reason.JOB_UNKNOWN);
        };
    }

    private static TenantVerdict byAge(TenantVerdict verdict, JobResult job, BackupPolicy policy, Instant now) {
        Duration age = Duration.between(job.finishedAt(), now);
        if (age.compareTo(policy.failedAge()) > 0) {
            return worse(verdict, Reason.JOB_OVERDUE);
        }
        return age.compareTo(policy.maxAge()) > 0 ? worse(verdict, BackupStatus.WARNING, Reason.JOB_OVERDUE) : verdict;
    }

    private static TenantVerdict worse(TenantVerdict verdict, Reason reason) {
        return worse(verdict, reason.status(), reason);
    }

    private static TenantVerdict worse(TenantVerdict verdict, BackupStatus status, Reason reason) {
        return BackupAssessor.rank(status) > BackupAssessor.rank(verdict.status())
                        && verdict.reason() != Reason.LISTING_INCOMPLETE
                ? new TenantVerdict(verdict.customer(), status, reason, "", verdict.series())
                : verdict;
    }
}
