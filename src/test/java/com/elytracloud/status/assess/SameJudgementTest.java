package com.elytracloud.status.assess;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.betterstack.BetterStackReplies;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.kuma.KumaReplies;
import com.elytracloud.status.testing.TestRules;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.ScopeBuilder.ids;
import static org.assertj.core.api.Assertions.assertThat;

/** The judgement does not know who watches: the same states by either service are the same assessment. */
class SameJudgementTest {
    private static final Path SOURCES = Path.of("src/main/java/com/elytracloud/status");
    private static final List<String> BETTER_STACK = List.of("down", "up", "pending", "maintenance");
    private static final Assessor.Rules RULES = TestRules.of(
            new MonitorScope(Set.of(), ids("1"), Set.of(), Map.of(), ""), new Component("web", "Web", ids("1", "2")));

    @ParameterizedTest
    @MethodSource("fleets")
    void theSameStatesAreJudgedAlike(List<Integer> states) throws IOException {
        assertThat(judged(betterStack(states))).isEqualTo(judged(kuma(states)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"domain", "assess", "contract", "site", "guard"})
    void noneOfItKnowsOfBetterStack(String part) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES.resolve(part))) {
            List<Path> sources = files.filter(Files::isRegularFile).toList();

            assertThat(sources).isNotEmpty();
            for (Path source : sources) {
                assertThat(Files.readString(source))
                        .as("%s", source)
                        .doesNotContainIgnoringCase("betterstack", "better stack", "better_stack");
            }
        }
    }

    @Test
    void theFleetsDoDiffer() {
        assertThat(fleets()).hasSize(64);
    }

    // Three monitors in each of Uptime Kuma's four codes: 0 down, 1 up, 2 pending, 3 maintenance.
    static List<List<Integer>> fleets() {
        List<List<Integer>> fleets = new ArrayList<>();
        for (int each = 0; each < 64; each++) {
            fleets.add(List.of(each / 16, each / 4 % 4, each % 4));
        }
        return fleets;
    }

    private static Assessment judged(MonitorFleet fleet) {
        return Assessor.assess(
                new Reading.Found<>(fleet),
                new Reading.Nothing<>(),
                RULES,
                new Assessor.PriorState(RunState.FIRST, 0, false, Announcements.NONE),
                NOW,
                Instant.MIN);
    }

    private static MonitorFleet kuma(List<Integer> states) throws IOException {
        String metrics = IntStream.range(0, states.size())
                .mapToObj(i -> "monitor_status{monitor_id=\"%d\"} %d\n".formatted(i + 1, states.get(i)))
                .collect(Collectors.joining(
                        "", "# HELP monitor_status Monitor Status\n", "expressjs_number_of_open_connections 0\n"));
        return KumaReplies.fleet(metrics.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    private static MonitorFleet betterStack(List<Integer> states) throws IOException {
        String page = IntStream.range(0, states.size())
                .mapToObj(i -> "{\"id\":\"%d\",\"attributes\":{\"status\":\"%s\"}}"
                        .formatted(i + 1, BETTER_STACK.get(states.get(i))))
                .collect(Collectors.joining(",", "{\"data\":[", "],\"pagination\":{\"next\":null}}"));
        return BetterStackReplies.fleet(page);
    }
}
