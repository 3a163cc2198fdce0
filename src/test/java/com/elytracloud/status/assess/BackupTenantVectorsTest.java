package com.elytracloud.status.assess;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.testing.NightlyBackups;
import com.elytracloud.status.testing.TenantBuilder;
import com.elytracloud.status.testing.Vectors;

import static com.elytracloud.status.testing.TenantBuilder.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

class BackupTenantVectorsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void aTenantIsJudgedAsAgreed(Vector vector) {
        BackupStatus status =
                NightlyBackups.assess(vector.tenant()).tenants().get(0).status();

        assertThat(status).isEqualTo(BackupStatus.valueOf(vector.expected.toUpperCase(Locale.ROOT)));
    }

    static List<Vector> vectors() {
        return Vectors.of("backup-tenant", Vector.class);
    }

    /**
     * One customer.
     *
     * @param ageSeconds of the newest object of all, null without any
     * @param olderValidAgeSeconds of the newest valid object, where the newest of all is not valid
     * @param missingDays days before the newest without a backup
     * @param backups how many there are, a day apart
     */
    record Vector(
            String name,
            Long ageSeconds,
            boolean newestValid,
            Long olderValidAgeSeconds,
            boolean listingComplete,
            Double sizeToSmallestRatio,
            List<Integer> missingDays,
            int backups,
            Double stalledUploadHours,
            String expected) {
        TenantBuilder tenant() {
            TenantBuilder tenant = aTenant("tenant")
                    .sized(Collections.nCopies(backups, 1_000_000L).toArray(Long[]::new));
            if (sizeToSmallestRatio != null && backups > 0) {
                tenant.shrunkTo(sizeToSmallestRatio);
            }
            if (stalledUploadHours != null) {
                tenant.uploadStalled(Duration.ofSeconds(Math.round(stalledUploadHours * 3600)));
            }
            if (!newestValid) {
                tenant.newestInvalid(Duration.ofSeconds(ageSeconds));
            }
            if (!listingComplete) {
                tenant.incomplete();
            }
            Long newestValidAge = newestValid ? ageSeconds : olderValidAgeSeconds;
            return newestValidAge == null
                    ? tenant.withoutBackups()
                    : tenant.aged(Duration.ofSeconds(newestValidAge)).without(missingDays.toArray(Integer[]::new));
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
