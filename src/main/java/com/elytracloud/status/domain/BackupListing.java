package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.elytracloud.status.domain.TenantVerdict.Reason;

/**
 * What a listing of the bucket showed.
 *
 * @param source a fingerprint of bucket, prefix and pattern
 * @param required customers that must have backups
 * @param stalled when the oldest unfinished upload of a customer began
 * @param jobs what the backup job reported, by customer
 * @param unreadable how many keys could not be read
 * @param missing what was not listed
 */
public record BackupListing(
        String source,
        List<BackupSeries> series,
        List<String> required,
        Map<String, Instant> stalled,
        Map<String, JobResult> jobs,
        int unreadable,
        Missing missing) {
    public BackupListing {
        series = List.copyOf(series);
        required = List.copyOf(required);
        stalled = Map.copyOf(stalled);
        jobs = Map.copyOf(jobs);
    }

    /**
     * What the backup job reports about its own last run in its status object; it can only downgrade a verdict.
     *
     * @param reason fresh if it ended well
     * @param finishedAt when it ended; counts if it ended well or with a warning
     */
    public record JobResult(Reason reason, Instant finishedAt) {}

    /**
     * What was not listed before the deadline.
     *
     * @param everything whether every customer may be affected, but for those that are complete
     * @param customers those who are affected in any case
     * @param complete those who are not affected
     * @param reason why, empty if nothing is missing
     */
    public record Missing(boolean everything, Set<String> customers, Set<String> complete, String reason) {
        /** The listing is complete. */
        public static final Missing NOTHING = new Missing(false, Set.of(), Set.of(), "");

        public Missing {
            customers = Set.copyOf(customers);
            complete = Set.copyOf(complete);
        }

        /** Whether a customer's objects may not all have been listed. */
        public boolean includes(String customer) {
            return customers.contains(customer) || (everything && !complete.contains(customer));
        }

        public boolean isNothing() {
            return reason.isEmpty();
        }
    }
}
