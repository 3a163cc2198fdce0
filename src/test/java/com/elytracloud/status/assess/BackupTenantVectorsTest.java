package com.elytracloud.status.assess;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.testing.TenantBuilder;
import com.elytracloud.status.testing.Vectors;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.TenantBuilder.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

class BackupTenantVectorsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void aTenantIsJudgedAsAgreed(Vector vector) {
        BackupStatus status = BackupAssessor.assess(vector.evidence(), BackupPolicy.NIGHTLY, NOW)
                .status();

        assertThat(status).isEqualTo(BackupStatus.valueOf(vector.expected.toUpperCase(Locale.ROOT)));
    }

    static List<Vector> vectors() {
        return Vectors.of("backup-tenant", Vector.class);
    }

    /**
     * One tenant.
     *
     * @param ageSeconds of the newest object of all, null without any
     * @param olderValidAgeSeconds of the newest valid object, where the newest of all is not valid
     */
    record Vector(
            String name,
            Long ageSeconds,
            boolean newestValid,
            Long olderValidAgeSeconds,
            boolean listingComplete,
            Double sizeToMedianRatio,
            @JsonProperty("distinct_days_in_last_7") int distinctDays,
            int historyDays,
            Double stalledUploadHours,
            String expected) {
        BackupEvidence evidence() {
            TenantBuilder tenant = aTenant("tenant").days(distinctDays, Duration.ofDays(historyDays));
            if (sizeToMedianRatio != null) {
                tenant.shrunkTo(sizeToMedianRatio);
            }
            if (stalledUploadHours != null) {
                tenant.uploadStalled(Duration.ofSeconds(Math.round(stalledUploadHours * 3600)));
            }
            if (!newestValid) {
                tenant.newestInvalid();
            }
            if (!listingComplete) {
                tenant.incomplete();
            }
            Long newestValidAge = newestValid ? ageSeconds : olderValidAgeSeconds;
            return newestValidAge == null
                    ? tenant.withoutBackups().evidence()
                    : tenant.aged(Duration.ofSeconds(newestValidAge)).evidence();
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
