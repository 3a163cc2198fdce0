package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import com.elytracloud.status.domain.AlertSignal;
import com.elytracloud.status.domain.AlertState.Seen;
import com.elytracloud.status.domain.AlertType;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.ServedSite;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static org.assertj.core.api.Assertions.assertThat;

class WatchdogAssessorTest {
    private static final Instant NEXT_YEAR = NOW.plus(Duration.ofDays(365));

    @ParameterizedTest(name = "{0} old: {1}")
    @CsvSource({
        "PT0S, ",
        "-PT2M, ",
        "-PT2M1S, INVALID",
        "PT20M, ",
        "PT20M1S, ORIGIN_STALE",
        "PT30M, ORIGIN_STALE",
        "PT30M1S, ORIGIN_STALE PUBLIC_STALE"
    })
    void judgesTheAgeOfWhatVisitorsGet(String age, String expected) {
        assertThat(bad(served(7, ago(age), NEXT_YEAR), Seen.NOTHING)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "trusted for 3 h, {0} old: {1}")
    @CsvSource({"PT2H, ", "PT2H1S, ORIGIN_STALE", "PT3H1S, ORIGIN_STALE PUBLIC_STALE"})
    void theLimitsFollowTheTimeThatTheDocumentGives(String age, String expected) {
        assertThat(bad(served(7, ago(age), Duration.ofHours(3), NEXT_YEAR), Seen.NOTHING))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "certificate for {0}: {1}")
    @CsvSource({"P14D, ", "P13DT23H59M59S, CERTIFICATE_ENDING", "-P1D, CERTIFICATE_ENDING"})
    void judgesTheDaysOfTheCertificate(String left, String expected) {
        Reading<ServedSite> answer = served(7, NOW, NOW.plus(Duration.parse(left)));

        assertThat(bad(answer, Seen.NOTHING)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "number {0}, {1} old: {2}")
    @CsvSource({
        "7, PT5M, ",
        "8, PT4M, ",
        "6, PT5M, INVALID",
        "7, PT6M, INVALID",
        // A place that tells no numbers is judged by its times alone.
        "0, PT5M, "
    })
    void aPlaceNeverGoesBack(long seq, String age, String expected) {
        Seen newest = new Seen(7, ago("PT5M"));

        assertThat(bad(served(seq, ago(age), NEXT_YEAR), newest)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @EnumSource
    void everyFailureIsOneOfTwoAlertsAndSaysNothingOfTheAge(Reason reason) {
        List<AlertSignal> signals = assess(new Reading.Failed<>(new Failure(reason, "why")), List.of(), Seen.NOTHING);

        assertThat(signals).filteredOn(AlertSignal::isThere).singleElement().satisfies(signal -> assertThat(
                        signal.type())
                .isIn(AlertType.UNREACHABLE, AlertType.INVALID));
        assertThat(signals)
                .extracting(AlertSignal::type)
                .doesNotContain(AlertType.ORIGIN_STALE, AlertType.PUBLIC_STALE, AlertType.LEAK);
    }

    @Test
    void aLeakIsSeenBesideEverythingElse() {
        List<AlertSignal> signals =
                assess(served(7, ago("PT21M"), NEXT_YEAR), List.of("email at /notice"), Seen.NOTHING);

        assertThat(signals)
                .filteredOn(AlertSignal::isThere)
                .extracting(AlertSignal::type)
                .containsExactly(AlertType.LEAK, AlertType.ORIGIN_STALE);
    }

    private static String bad(Reading<ServedSite> answer, Seen newest) {
        return String.join(
                " ",
                assess(answer, List.of(), newest).stream()
                        .filter(AlertSignal::isThere)
                        .map(signal -> signal.type().name())
                        .toList());
    }

    private static List<AlertSignal> assess(Reading<ServedSite> answer, List<String> leaks, Seen newest) {
        return WatchdogAssessor.assess(answer, leaks, newest, NOW);
    }

    private static Reading<ServedSite> served(long seq, Instant updatedAt, Instant certificateEnds) {
        return served(seq, updatedAt, Duration.ofMinutes(30), certificateEnds);
    }

    private static Reading<ServedSite> served(long seq, Instant updatedAt, Duration trusted, Instant certificateEnds) {
        return new Reading.Found<>(new ServedSite(new Seen(seq, updatedAt), updatedAt.plus(trusted), certificateEnds));
    }
}
