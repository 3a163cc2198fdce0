package com.elytracloud.status.run;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.testing.CountingClock;
import com.elytracloud.status.testing.Hang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DoctorTest {
    private final BoundedExecutor executor = new BoundedExecutor();

    @AfterEach
    void end() {
        executor.close();
    }

    @Test
    void rowsStandInTheOrderOfTheirParts() {
        List<DoctorReport> rows = examine(
                looking(Part.CLOCK, () -> Part.CLOCK.ok("clock", "agrees")),
                looking(Part.SITE, () -> Part.SITE.ok("bucket", "can be written")));

        assertThat(rows).extracting(DoctorReport::part).containsExactly(Part.SITE, Part.CLOCK);
    }

    @Test
    @Timeout(10)
    void allLookAtTheSameTime() {
        CyclicBarrier both = new CyclicBarrier(2);

        List<DoctorReport> rows = examine(
                looking(Part.SITE, () -> meeting(both, Part.SITE)),
                looking(Part.CLOCK, () -> meeting(both, Part.CLOCK)));

        assertThat(rows).extracting(DoctorReport::verdict).containsOnly(DoctorReport.Verdict.OK);
    }

    @Test
    @Timeout(20)
    void whoeverNeverEndsIsRedAndHoldsNobodyUp() {
        List<DoctorReport> rows = examine(
                looking(Part.BACKUPS, DoctorTest::never), looking(Part.SITE, () -> Part.SITE.ok("bucket", "written")));

        assertThat(rows)
                .extracting(DoctorReport::verdict)
                .containsExactly(DoctorReport.Verdict.FAIL, DoctorReport.Verdict.OK);
        assertThat(rows.get(0).seen()).startsWith("TIMED_OUT");
    }

    @Test
    void whoeverBreaksIsRedWithoutAWordOfTheException() {
        List<DoctorReport> rows = examine(looking(Part.BACKUPS, () -> {
            throw new IllegalStateException("holds who knows what");
        }));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.seen()).contains("IllegalStateException").doesNotContain("who knows");
            assertThat(row.advice()).contains("report it");
        });
    }

    @Test
    void aSecretInARowIsWithheld() {
        List<DoctorReport> rows =
                examine(looking(Part.SITE, () -> Part.SITE.fail("bucket", "the key is SECRET", "Do something.")));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.seen()).isEqualTo("(withheld: it would have shown a secret)");
            assertThat(row.verdict()).isEqualTo(DoctorReport.Verdict.FAIL);
        });
    }

    @Test
    void aRedRowWithoutAdviceCannotBeMade() {
        assertThatThrownBy(() -> Part.SITE.fail("bucket", "gone", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bucket");
    }

    private List<DoctorReport> examine(HealthCheck... examinations) {
        return new Doctor(
                        new CountingClock(),
                        executor,
                        text -> text.contains("SECRET"),
                        List.of(examinations),
                        Duration.ofMillis(300))
                .examine(EnumSet.allOf(DoctorReport.Part.class), part -> {});
    }

    private static DoctorReport meeting(CyclicBarrier both, Part part) {
        try {
            both.await();
            return part.ok("one of two", "met the other");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static DoctorReport never() {
        throw new AssertionError(Hang.forever());
    }

    private static HealthCheck looking(Part part, Supplier<DoctorReport> row) {
        return new HealthCheck() {
            @Override
            public Part part() {
                return part;
            }

            @Override
            public List<DoctorReport> examine(Instant now, Deadline deadline) {
                return List.of(row.get());
            }
        };
    }
}
