package com.elytracloud.status.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.run.OutageSimulation.Times;

import static org.assertj.core.api.Assertions.assertThat;

/** How long a visitor waits for the truth: the real run against a simulated clock, schedule, Uptime Kuma and queue. */
class TimeToTruthTest {
    private static final List<Integer> INTERVALS = List.of(10, 5, 2, 1);
    private static final Path DOCUMENT = Path.of("docs/time-to-truth.md");
    private static final int OUTAGES = 60;
    /** Of the golden ratio: spreads the outages evenly over a period without any two alike. */
    private static final double STEP = 0.6180339887;

    private static final Map<String, List<Times>> PLAYED = new HashMap<>();

    private final BoundedExecutor executor = new BoundedExecutor();

    @AfterEach
    void end() {
        executor.close();
    }

    @ParameterizedTest(name = "every {0} min with webhook")
    @ValueSource(ints = {60, 10, 5, 2, 1})
    void withTheWebhookTheTruthIsPublicSoonAfterTheNotification(int minutes) {
        assertThat(outages(minutes, true)).allSatisfy(times -> {
            assertThat(times.degraded())
                    .isLessThanOrEqualTo(times.notifiedDown().plusSeconds(15));
            assertThat(times.outage()).isLessThanOrEqualTo(times.notifiedDown().plusSeconds(90));
            assertThat(times.operational())
                    .isLessThanOrEqualTo(times.notifiedUp().plusSeconds(90));
        });
    }

    @ParameterizedTest(name = "every {0} min")
    @ValueSource(ints = {60, 10, 5, 2, 1})
    void withoutItTheFirstRunIsDegradedAndTheSecondAMinuteLaterConfirms(int minutes) {
        Duration run = OutageSimulation.RUN;
        assertThat(outages(minutes, false)).allSatisfy(times -> {
            assertThat(times.degraded())
                    .isLessThanOrEqualTo(
                            times.notifiedDown().plus(wait(minutes, 1)).plus(run));
            assertThat(times.outage())
                    .isLessThanOrEqualTo(
                            times.notifiedDown().plus(wait(minutes, 2)).plus(run));
            assertThat(times.operational())
                    .isLessThanOrEqualTo(
                            times.notifiedUp().plus(wait(minutes, 2)).plus(run));
        });
    }

    @Test
    void theDocumentHoldsTheTableOfThisSimulation() throws Exception {
        String table = Stream.concat(
                        Stream.of(
                                "| schedule | webhook | down → public degraded | down → public outage | up → public operational |",
                                "| --- | --- | --- | --- | --- |"),
                        Stream.concat(
                                INTERVALS.stream().map(each -> row(each, false)),
                                Stream.of(row(INTERVALS.get(0), true))))
                .reduce("", (rows, row) -> rows + row + "\n");
        System.out.println(table);

        assertThat(Files.readString(DOCUMENT)).contains(table);
    }

    // A run that starts in the second before the state is stored does not see it. Of a schedule of one minute two runs
    // may
    // be less than a minute apart: then the third confirms.
    private static Duration wait(int minutes, int runs) {
        int needed = minutes == 1 && runs == 2 ? 3 : runs;
        return Duration.ofMinutes((long) minutes * needed)
                .plus(OutageSimulation.STORING)
                .plus(OutageSimulation.LATE);
    }

    private String row(int minutes, boolean webhook) {
        List<Times> outages = outages(minutes, webhook);
        return "| every %d min | %s | %s | %s | %s |"
                .formatted(
                        minutes,
                        webhook ? "yes" : "no",
                        medianAndWorst(outages, Times::degraded),
                        medianAndWorst(outages, Times::outage),
                        medianAndWorst(outages, Times::operational));
    }

    private static String medianAndWorst(List<Times> outages, Function<Times, Duration> which) {
        List<Duration> sorted = outages.stream().map(which).sorted().toList();
        return text(sorted.get(sorted.size() / 2)) + ", worst " + text(sorted.get(sorted.size() - 1));
    }

    private static String text(Duration duration) {
        return duration.compareTo(Duration.ofMinutes(2)) < 0
                ? duration.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f min", duration.toSeconds() / 60.0);
    }

    private List<Times> outages(int minutes, boolean webhook) {
        return PLAYED.computeIfAbsent(minutes + " " + webhook, any -> IntStream.range(0, OUTAGES)
                .mapToObj(each -> new OutageSimulation(Duration.ofMinutes(minutes), webhook, executor)
                        .play(each / (double) OUTAGES, each * STEP % 1))
                .toList());
    }
}
