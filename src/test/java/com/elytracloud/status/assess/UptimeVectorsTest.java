package com.elytracloud.status.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonFormat.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeLedger;
import com.elytracloud.status.testing.Vectors;

import static org.assertj.core.api.Assertions.assertThat;

class UptimeVectorsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void theLedgerCountsAsAgreed(Vector vector) {
        UptimeLedger ledger = UptimeLedger.EMPTY;
        for (Sample sample : vector.samples) {
            ledger = ledger.with(Instant.ofEpochSecond(sample.at), sample.weights());
        }

        UptimeLedger.Window uptime =
                ledger.over(Duration.ofHours(vector.windowHours), Instant.ofEpochSecond(vector.now));

        assertThat(new Expected(
                        uptime.seen().up(),
                        uptime.seen().down(),
                        uptime.seen().maintenance(),
                        uptime.coverage().setScale(3, RoundingMode.HALF_EVEN),
                        uptime.percent().orElse(null)))
                .isEqualTo(vector.expected);
    }

    static List<Vector> vectors() {
        return Vectors.of("uptime", Vector.class);
    }

    record Vector(String name, long windowHours, long now, List<Sample> samples, Expected expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    @JsonFormat(shape = Shape.ARRAY)
    record Sample(long at, Map<String, Long> classes) {
        UptimeCounts weights() {
            return new UptimeCounts(
                    weight("U"), weight("D"), weight("M"), weight("U") + weight("D") + weight("M") + weight("X"));
        }

        private long weight(String letter) {
            return classes.getOrDefault(letter, 0L);
        }
    }

    record Expected(
            long upSeconds, long downSeconds, long maintenanceSeconds, BigDecimal coverage, BigDecimal published) {}
}
