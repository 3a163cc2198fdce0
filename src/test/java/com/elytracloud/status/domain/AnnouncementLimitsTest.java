package com.elytracloud.status.domain;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.Announcements.Update;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AnnouncementLimitsTest {
    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({
        "OPERATIONAL, PT2H, true",
        "OPERATIONAL, PT2H1S, false",
        "DEGRADED, PT24H, true",
        "DEGRADED, PT24H1S, false",
        "OUTAGE, PT24H, true",
        "UNKNOWN, PT24H1S, false",
        "OUTAGE, PT1S, true",
        "OUTAGE, PT0S, false",
        "OUTAGE, PT-1S, false",
    })
    void anOverrideLastsADayAtMostAndAnOperationalOneTwoHours(
            PlatformStatus status, Duration length, boolean isAllowed) {
        if (isAllowed) {
            assertThatCode(() -> override(status, length)).doesNotThrowAnyException();
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> override(status, length))
                    .withMessageContaining(
                            status == PlatformStatus.OPERATIONAL ? "at most 2 hours" : "at most 24 hours");
        }
    }

    @ParameterizedTest(name = "measured [{0}], of the operator [{1}]: [{2}]")
    @CsvSource({"web db, web, web", "web, db, db", "web db, '', web db", "'', web, web"})
    void anOperatorWhoTakesOverNamesTheComponents(String measured, String operators, String expected) {
        Incident automatic = incident("auto", Announcements.Source.AUTOMATIC, list(measured));

        Incident one = automatic.takenOver(incident("slow", Announcements.Source.OPERATOR, list(operators)));

        assertThat(one.components()).isEqualTo(list(expected));
        assertThat(one.id()).isEqualTo("auto");
        assertThat(one.updates()).hasSize(2);
    }

    @Test
    void theLastUpdateIsKeptForTheCancellation() {
        Maintenance full = new Maintenance(
                "upgrade",
                "Upgrade",
                List.of(),
                Announcements.Source.OPERATOR,
                NOW,
                NOW.plusSeconds(3_600),
                Collections.nCopies(
                        Announcements.MAX_UPDATES - 1, new Update<>(NOW, Maintenance.Status.SCHEDULED, "As planned.")));

        assertThatIllegalArgumentException().isThrownBy(() -> full.with(NOW, Maintenance.Status.SCHEDULED, "Planned."));
        assertThat(full.with(NOW, Maintenance.Status.CANCELLED, "Off.").statusAt(NOW))
                .isEqualTo(Maintenance.Status.CANCELLED);
    }

    private static StatusOverride override(PlatformStatus status, Duration length) {
        return new StatusOverride(status, "False alarm", NOW, NOW.plus(length));
    }

    private static Incident incident(String id, Announcements.Source source, List<String> components) {
        return new Incident(
                id,
                "Slow",
                Incident.Impact.OUTAGE,
                components,
                source,
                NOW,
                List.of(new Update<>(NOW, Incident.Status.INVESTIGATING, "We look into it.")));
    }

    private static List<String> list(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }
}
