package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.testing.Vectors;

import static org.assertj.core.api.Assertions.assertThat;

class UptimeRoundingVectorsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void aShareIsCutAsAgreed(Vector vector) {
        UptimeCounts cell = new UptimeCounts(vector.up, vector.down, 0, vector.up + vector.down);

        assertThat(cell.percent().orElse(null)).isEqualTo(vector.expected);
    }

    static List<Vector> vectors() {
        return Vectors.of("uptime-rounding", Vector.class);
    }

    record Vector(long up, long down, BigDecimal expected) {}
}
