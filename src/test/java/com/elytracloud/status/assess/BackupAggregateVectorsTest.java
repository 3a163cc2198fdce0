package com.elytracloud.status.assess;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.testing.Vectors;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.TenantBuilder.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

class BackupAggregateVectorsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void allTenantsTogetherAreJudgedAsAgreed(Vector vector) {
        BackupVerdict verdict =
                BackupAssessor.assess(new Reading.Found<>(vector.tenants.evidence()), BackupPolicy.NIGHTLY, NOW);

        assertThat(verdict.status()).isEqualTo(BackupStatus.valueOf(vector.expected.toUpperCase(Locale.ROOT)));
    }

    static List<Vector> vectors() {
        return Vectors.of("backup-aggregate", Vector.class);
    }

    record Vector(Tenants tenants, String expected) {}

    record Tenants(int success, int warning, int failed, int unknown) {
        List<BackupEvidence> evidence() {
            List<BackupEvidence> all = new ArrayList<>();
            all.addAll(Collections.nCopies(success, aTenant("healthy").evidence()));
            all.addAll(Collections.nCopies(
                    warning, aTenant("late").aged(Duration.ofHours(30)).evidence()));
            all.addAll(
                    Collections.nCopies(failed, aTenant("bare").withoutBackups().evidence()));
            all.addAll(
                    Collections.nCopies(unknown, aTenant("hidden").incomplete().evidence()));
            return all;
        }
    }
}
