package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.SourcePage;
import com.elytracloud.status.domain.SourcePage.Group;
import com.elytracloud.status.testing.TestRules;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.MonitorBuilder.aFleet;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static org.assertj.core.api.Assertions.assertThat;

class ComponentResolverTest {
    @Test
    void aRenamedGroupKeepsItsIdAndItsHistory() {
        RunState before = run(RunState.FIRST, NOW.minus(Duration.ofDays(1)), group("7", "Websites"));

        Component.State after =
                run(before, NOW, group("7", "Web shops")).shownComponents().get(0);

        assertThat(after.component().id()).isEqualTo("websites");
        assertThat(after.component().name()).isEqualTo("Web shops");
        assertThat(after.history().worst())
                .containsKey(day(NOW.minus(Duration.ofDays(1))))
                .containsKey(day(NOW));
    }

    @Test
    void anotherGroupOfTheSameNameGetsAnIdOfItsOwn() {
        RunState before = run(RunState.FIRST, NOW, group("7", "Websites"));

        assertThat(run(before, NOW.plusSeconds(600), group("8", "Websites"), group("7", "Web shops"))
                        .shownComponents())
                .extracting(Component.State::component)
                .extracting(Component::id)
                .containsExactly("websites-2", "websites");
    }

    @Test
    void whileThePageCannotBeReadTheComponentsStay() {
        RunState before = run(RunState.FIRST, NOW, group("7", "Websites"));

        assertThat(next(before, NOW.plusSeconds(600), SourcePage.NONE).components())
                .extracting(each -> each.component().id())
                .containsExactly("websites");
    }

    private static RunState run(RunState before, Instant now, Group... groups) {
        return next(before, now, new SourcePage(true, List.of(groups), List.of(), List.of()))
                .next();
    }

    private static Assessment next(RunState before, Instant now, SourcePage page) {
        MonitorFleet fleet = aFleet(aMonitor("1")).with(page);
        return Assessor.assess(
                new Reading.Found<>(fleet),
                new Reading.Nothing<>(),
                TestRules.of(MonitorScope.EVERYTHING, ComponentResolver.Mode.PAGE_GROUPS),
                new Assessor.PriorState(before, 0, true, Announcements.NONE),
                now,
                now);
    }

    private static Group group(String key, String name) {
        return new Group(key, name, List.of(new Monitor(new MonitorId("1"), Monitor.Kind.PROBE, "Shop", "")));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
