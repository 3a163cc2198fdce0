package com.elytracloud.status.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.assess.FlapFilter.Filtered;
import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.testing.Vectors;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class StatusSequenceVectorsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void aSequenceOfRunsIsFilteredAsAgreed(Vector vector) {
        List<String> published = new ArrayList<>();
        FlapState flaps = FlapState.NONE;

        for (int i = 0; i < vector.raw.size(); i++) {
            Filtered filtered = FlapFilter.filter(
                    flaps, status(vector.raw.get(i)), vector.evidence.get(i), NOW.plusSeconds(600L * i));
            published.add(filtered.published().name().toLowerCase(Locale.ROOT));
            flaps = filtered.next();
        }

        assertThat(published).isEqualTo(vector.published);
    }

    static List<Vector> vectors() {
        return Vectors.of("status-sequence", Vector.class);
    }

    private static PlatformStatus status(String word) {
        return PlatformStatus.valueOf(word.toUpperCase(Locale.ROOT));
    }

    record Vector(List<String> raw, List<Boolean> evidence, List<String> published) {}
}
