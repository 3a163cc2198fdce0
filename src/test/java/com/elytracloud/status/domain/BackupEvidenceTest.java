package com.elytracloud.status.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackupEvidenceTest {
    private static final Instant AT = Instant.parse("2028-02-29T02:00:00Z");
    private static final BackupEvidence NOTHING =
            new BackupEvidence("acme", true, List.of(), true, 0, Duration.ZERO, Duration.ZERO);

    @Test
    void objectsWereSeenWhereOneIsABackupOrShouldBe() {
        BackupEvidence one = new BackupEvidence(
                "acme",
                true,
                List.of(new DatedBackup(new BackupObject("acme/1.tar.gz", AT, 2048, "etag"), AT)),
                true,
                1,
                Duration.ZERO,
                Duration.ZERO);

        assertThat(NOTHING.hasObjects()).isFalse();
        assertThat(one.hasObjects()).isTrue();
        assertThat(one.withInvalidNewest().hasObjects()).isTrue();
        assertThat(NOTHING.withInvalidNewest().hasObjects()).isTrue();
    }

    @Test
    void whatIsLearnedLaterChangesItsOwnPartAlone() {
        JobResult job = JobResult.of(JobResult.Outcome.WARNED);
        ListingMark mark = ListingMark.NONE.checked("hash");

        BackupEvidence all = NOTHING.with(job)
                .with(mark)
                .stalled(Duration.ofHours(7))
                .withInvalidNewest()
                .incomplete();

        assertThat(all)
                .isEqualTo(new BackupEvidence(
                        "acme", false, List.of(), false, 0, Duration.ZERO, Duration.ofHours(7), job, mark));
        assertThat(job).isEqualTo(new JobResult(JobResult.Outcome.WARNED, Instant.MIN));
    }
}
