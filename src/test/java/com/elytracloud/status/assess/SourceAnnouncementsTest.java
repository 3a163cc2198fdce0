package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Announcements.Update;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Incident.Impact;
import com.elytracloud.status.domain.Maintenance;
import com.elytracloud.status.domain.SourcePage;
import com.elytracloud.status.testing.TestRules;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What becomes of a post that Uptime Kuma shows in one run and not, or otherwise, in the next. */
class SourceAnnouncementsTest {
    private static final Instant LATER = NOW.plusSeconds(600);

    @ParameterizedTest(name = "{0}")
    @MethodSource("nextPages")
    void aPostStaysInTheHistory(String change, SourcePage next, List<String> messages, boolean isOpen) {
        Announcements shown = step(Announcements.NONE, page(post("Slow", "We look into it.")), NOW);

        Incident after = step(shown, next, LATER).incident("kuma-1").orElseThrow();

        assertThat(after.updates()).extracting(Update::message).isEqualTo(messages);
        assertThat(after.isOpen()).isEqualTo(isOpen);
        assertThat(after.startedAt()).isEqualTo(NOW);
    }

    static Stream<Arguments> nextPages() {
        return Stream.of(
                arguments("unchanged", page(post("Slow", "We look into it.")), List.of("We look into it."), true),
                arguments("edited", page(post("Slow", "Found.")), List.of("We look into it.", "Found."), true),
                arguments(
                        "another title",
                        page(post("Down", "We look into it.")),
                        List.of("We look into it.", "We look into it."),
                        true),
                arguments("removed", page(), List.of("We look into it.", "This incident was closed."), false),
                arguments("Uptime Kuma is down", SourcePage.NONE, List.of("We look into it."), true));
    }

    @Test
    void aPostThatIsPinnedAgainIsOpenAgainUnderItsId() {
        SourcePage page = page(post("Slow", "We look into it."));
        Announcements closed = step(step(Announcements.NONE, page, NOW), page(), LATER);

        Announcements again = step(closed, page, LATER.plusSeconds(600));

        assertThat(again.incidents()).singleElement().satisfies(each -> {
            assertThat(each.isOpen()).isTrue();
            assertThat(each.latest().at()).isEqualTo(LATER.plusSeconds(600));
        });
    }

    @ParameterizedTest(name = "read {0}: {1}")
    @MethodSource("maintenances")
    void aRunningMaintenanceThatThePageDropsHasEnded(boolean read, Maintenance.Status expected) {
        Maintenance work = new Maintenance(
                "kuma-2",
                "Upgrade",
                List.of(),
                Announcements.Source.UPTIME_KUMA,
                NOW.minusSeconds(60),
                NOW.plusSeconds(7_200),
                List.of());
        Announcements shown = step(Announcements.NONE, new SourcePage(true, List.of(), List.of(), List.of(work)), NOW);

        Maintenance after = step(shown, new SourcePage(read, List.of(), List.of(), List.of()), LATER)
                .maintenance("kuma-2")
                .orElseThrow();

        assertThat(after.statusAt(LATER)).isEqualTo(expected);
    }

    static Stream<Arguments> maintenances() {
        return Stream.of(
                arguments(true, Maintenance.Status.COMPLETED), arguments(false, Maintenance.Status.IN_PROGRESS));
    }

    private static Announcements step(Announcements before, SourcePage page, Instant now) {
        return new SourceAnnouncements(before, page, TestRules.TEXTS, now).next();
    }

    private static SourcePage page(Incident... shown) {
        return new SourcePage(true, List.of(), List.of(shown), List.of());
    }

    private static Incident post(String title, String message) {
        return new Incident(
                "kuma-1",
                title,
                Impact.NONE,
                List.of(),
                Announcements.Source.UPTIME_KUMA,
                NOW,
                List.of(new Update<>(NOW, Incident.Status.INVESTIGATING, message)));
    }
}
