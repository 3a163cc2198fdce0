package com.elytracloud.status.assess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.assess.StatusDamper.Damped;
import com.elytracloud.status.domain.Damping;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.testing.Vectors;

import static org.assertj.core.api.Assertions.assertThat;

class StatusSequenceVectorsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void aSequenceOfRunsIsDampedAsAgreed(Vector vector) {
        List<String> published = new ArrayList<>();
        Damping damping = Damping.NONE;

        for (int i = 0; i < vector.raw.size(); i++) {
            Damped damped = StatusDamper.damp(damping, status(vector.raw.get(i)), vector.evidence.get(i));
            published.add(damped.published().name().toLowerCase(Locale.ROOT));
            damping = damped.next();
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
