package com.elytracloud.status.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CyclicBarrier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.DoctorReport.Row;
import com.elytracloud.status.run.DoctorReport.Verdict;
import com.elytracloud.status.testing.CountingClock;
import com.elytracloud.status.testing.Hang;

import static org.assertj.core.api.Assertions.assertThat;

class DoctorTest {
    private final BoundedExecutor executor = new BoundedExecutor();

    @AfterEach
    void end() {
        executor.close();
    }

    @Test
    void rowsStandInTheOrderOfTheirParts() {
        List<Row> rows = examine(
                looking(Part.CLOCK, report -> report.ok("clock", "agrees")),
                looking(Part.SITE, report -> report.ok("bucket", "can be written")));

        assertThat(rows).extracting(Row::part).containsExactly(Part.SITE, Part.CLOCK);
    }

    @Test
    @Timeout(10)
    void allLookAtTheSameTime() {
        CyclicBarrier both = new CyclicBarrier(2);

        List<Row> rows = examine(
                looking(Part.SITE, report -> meeting(both, report)),
                looking(Part.CLOCK, report -> meeting(both, report)));

        assertThat(rows).extracting(Row::verdict).containsOnly(Verdict.OK);
    }

    @Test
    @Timeout(20)
    void whoeverNeverEndsIsRedAndHoldsNobodyUp() {
        List<Row> rows = examine(
                looking(Part.BACKUPS, report -> never()), looking(Part.SITE, report -> report.ok("bucket", "written")));

        assertThat(rows).extracting(Row::verdict).containsExactly(Verdict.FAIL, Verdict.OK);
        assertThat(rows.get(0).seen()).startsWith("TIMED_OUT");
    }

    @Test
    void whoeverBreaksIsRedWithoutAWordOfTheException() {
        List<Row> rows = examine(looking(Part.BACKUPS, report -> {
            throw new IllegalStateException("holds who knows what");
        }));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.seen()).contains("IllegalStateException").doesNotContain("who knows");
            assertThat(row.advice()).contains("report it");
        });
    }

    @Test
    void aSecretInARowIsWithheld() {
        List<Row> rows = examine(looking(Part.SITE, report -> report.fail("bucket", "the key is SECRET", "site.url")));

        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.seen()).isEqualTo("(withheld: it would have shown a secret)");
            assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
        });
    }

    /** A missing key would be an exception in the middle of an outage. */
    @Test
    void everyAdviceIsWrittenDownAndUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(DoctorTest::isOfTheDoctor).toList()) {
                Pattern.compile("\"([a-z]+\\.[a-z]+)\"")
                        .matcher(Files.readString(source))
                        .results()
                        .map(key -> key.group(1))
                        .filter(key -> !key.endsWith(".html") && !key.endsWith(".json"))
                        .forEach(used::add);
            }
        }
        Set<String> written =
                ResourceBundle.getBundle("com.elytracloud.status.run.doctor").keySet();

        assertThat(written).containsAll(used);
        assertThat(written)
                .filteredOn(key -> key.contains("."))
                .extracting(key -> key.replaceFirst("(\\.failure)\\..*", "$1"))
                .allMatch(used::contains);
        assertThat(written)
                .filteredOn(key -> key.matches(".*[A-Z]"))
                .extracting(key -> key.replaceFirst(".*\\.", ""))
                .isSubsetOf(Stream.concat(
                                Stream.of("CERTIFICATE"),
                                Stream.of(Failure.Reason.values()).map(Enum::name))
                        .toList());
    }

    private static boolean isOfTheDoctor(Path source) {
        return source.toString().matches(".*(Check|Doctor|PublicPage)\\.java");
    }

    private List<Row> examine(HealthCheck... examinations) {
        return new Doctor(
                        new CountingClock(),
                        executor,
                        text -> text.contains("SECRET"),
                        List.of(examinations),
                        Duration.ofMillis(300))
                .examine(EnumSet.allOf(Part.class), part -> {});
    }

    private static DoctorReport meeting(CyclicBarrier both, DoctorReport report) {
        try {
            both.await();
            return report.ok("one of two", "met the other");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static DoctorReport never() {
        throw new AssertionError(Hang.forever());
    }

    private static HealthCheck looking(Part part, UnaryOperator<DoctorReport> examine) {
        return new HealthCheck() {
            @Override
            public Part part() {
                return part;
            }

            @Override
            public DoctorReport examine(DoctorReport report) {
                return examine.apply(report);
            }
        };
    }
}
