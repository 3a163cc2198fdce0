package com.elytracloud.status.assess;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.testing.NightlyBackups;
import com.elytracloud.status.testing.TenantBuilder;
import com.elytracloud.status.testing.Vectors;

import static com.elytracloud.status.testing.TenantBuilder.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

class BackupAggregateVectorsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void allTenantsTogetherAreJudgedAsAgreed(Vector vector) {
        BackupVerdict verdict = NightlyBackups.assess(vector.tenants.all().toArray(TenantBuilder[]::new));

        assertThat(verdict.status()).isEqualTo(BackupStatus.valueOf(vector.expected.toUpperCase(Locale.ROOT)));
    }

    static List<Vector> vectors() {
        return Vectors.of("backup-aggregate", Vector.class);
    }

    record Vector(Tenants tenants, String expected) {}

    record Tenants(int success, int warning, int failed, int unknown) {
        List<TenantBuilder> all() {
            List<TenantBuilder> all = new ArrayList<>();
            IntStream.range(0, success).forEach(i -> all.add(aTenant("healthy" + i)));
            IntStream.range(0, warning).forEach(i -> all.add(aTenant("late" + i).aged(Duration.ofHours(30))));
            IntStream.range(0, failed).forEach(i -> all.add(aTenant("bare" + i).withoutBackups()));
            IntStream.range(0, unknown)
                    .forEach(i -> all.add(aTenant("hidden" + i).incomplete()));
            return all;
        }
    }
}
