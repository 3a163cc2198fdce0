package com.elytracloud.status.assess;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.assess.SeriesNames.SeriesName;
import com.elytracloud.status.testing.Vectors;

import static org.assertj.core.api.Assertions.assertThat;

class SeriesNamesVectorsTest {
    private static final Instant ABOUT = Instant.parse("2026-11-25T12:00:00Z");

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void aKeyNamesSeriesCustomerAndDate(Vector vector) {
        String path = vector.key.substring("backups/".length());
        Instant written = vector.written == null ? Instant.EPOCH : Instant.parse(vector.written);

        assertThat(new SeriesNames(List.of()).of(path, written))
                .isEqualTo(new SeriesName(vector.series, vector.customer));
        assertThat(new MaskedKey(path, ABOUT).date().map(LocalDate::toString).orElse(null))
                .isEqualTo(vector.date);
    }

    static List<Vector> vectors() {
        return Vectors.of("series-names", Vector.class);
    }

    /** Written long ago, and about no day that its name could mean, unless it says when. */
    record Vector(String key, String series, String customer, String date, String written) {}
}
