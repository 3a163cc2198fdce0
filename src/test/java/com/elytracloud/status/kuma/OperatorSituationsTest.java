package com.elytracloud.status.kuma;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.assess.Assessor;
import com.elytracloud.status.assess.ComponentResolver;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.testing.TestRules;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

/** Ordinary situations of people who run Uptime Kuma, read and evaluated over several runs ten minutes apart. */
class OperatorSituationsTest {
    private static final BoundedExecutor EXECUTOR = new BoundedExecutor();
    private static final Instant START = Instant.parse("2026-03-20T12:00:00Z");
    private static final long HOUR = 3_600;
    private static final long DAY = 24 * HOUR;
    private static final DateTimeFormatter BEAT_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /**
     * What an operator did, and what is true at the end.
     *
     * @param fleet the monitors at a number of seconds after the start
     * @param runs how many runs there are; the last one counts
     */
    record Situation(String what, boolean byKey, String truth, int runs, LongFunction<List<Kuma>> fleet) {
        @Override
        public String toString() {
            return what;
        }
    }

    /**
     * One monitor as Kuma shows it.
     *
     * @param listed its state in the metrics; empty if it is not listed
     * @param beats oldest first, as the page shows them
     * @param group the group of the page; empty if it is not on the page
     */
    record Kuma(int id, String type, String name, String listed, List<Beat> beats, String group) {
        Kuma in(String other) {
            return new Kuma(id, type, name, listed, beats, other);
        }
    }

    record Beat(long at, int status) {}

    static Stream<Situation> situations() {
        return Stream.<Stream<Situation>>of(
                        both(
                                "an interval was made longer, a minute to an hour, three hours ago",
                                "OPERATIONAL operational",
                                21,
                                at -> with(fleet(4, id -> up(id, at)), kuma(5, "http", "1", hourly(at)))),
                        both(
                                "an interval was made longer, a minute to an hour, two hours ago: not sure yet",
                                "UNKNOWN unknown",
                                15,
                                at -> with(fleet(4, id -> up(id, at)), kuma(5, "http", "1", hourly(at)))),
                        both(
                                "the one with the longer interval does not run any more",
                                "UNKNOWN unknown",
                                40,
                                at -> with(
                                        fleet(4, id -> up(id, at)),
                                        kuma(5, "http", "1", hourly(Math.min(at, 3 * HOUR))))),
                        both(
                                "Kuma stood still for five hours twice, and does so again",
                                "UNKNOWN unknown",
                                2,
                                at -> fleet(4, id -> kuma(id, "http", "1", pauses(2, 5 * HOUR, -14 * HOUR)))),
                        both(
                                "Kuma stood still for an hour three times, and does so again",
                                "UNKNOWN unknown",
                                2,
                                at -> fleet(4, id -> kuma(id, "http", "1", pauses(3, HOUR, -2000)))),
                        both(
                                "one that was slow three times for five hours, and nobody knows whether alone",
                                "UNKNOWN unknown",
                                2,
                                at -> with(
                                        fleet(4, id -> up(id, at)),
                                        kuma(5, "http", "1", pauses(3, 5 * HOUR, -6 * HOUR)))),
                        page(
                                "the page shows only groups",
                                "DEGRADED operational outage operational",
                                3,
                                at -> List.of(
                                        kuma(1, "group", "", every(60, at, 1)).in("Web"),
                                        kuma(2, "group", "", every(60, at, 0)).in("Mail"),
                                        kuma(3, "group", "", every(60, at, 1)).in("Shop"))),
                        page(
                                "the page shows two groups only, and one has lost its heartbeats: half of all is missing",
                                "UNKNOWN unknown unknown",
                                2,
                                at -> List.of(
                                        kuma(1, "group", "", every(60, at, 1)).in("Web"),
                                        kuma(2, "group", "", at < 600 ? every(60, at, 1) : List.of())
                                                .in("Mail"))),
                        page(
                                "the same for longer than twenty minutes",
                                "OPERATIONAL operational unknown",
                                5,
                                at -> List.of(
                                        kuma(1, "group", "", every(60, at, 1)).in("Web"),
                                        kuma(2, "group", "", at < 600 ? every(60, at, 1) : List.of())
                                                .in("Mail"))),
                        page(
                                "a group next to its children has lost its heartbeats",
                                "OPERATIONAL operational",
                                2,
                                at -> List.of(
                                        up(1, at),
                                        up(2, at),
                                        kuma(3, "group", "", at < 600 ? every(60, at, 1) : List.of()))),
                        page(
                                "one group of the page holds only a group",
                                "DEGRADED operational outage",
                                3,
                                at -> List.of(
                                        up(1, at).in("Web"),
                                        up(2, at).in("Web"),
                                        kuma(3, "group", "", every(60, at, 0)).in("Mail"))),
                        key(
                                "a component is a group of which a child is being retried",
                                "OPERATIONAL operational operational",
                                3,
                                at -> List.of(
                                        kuma(1, "group", at < 600 ? "1" : "2", every(60, at, at < 600 ? 1 : 2))
                                                .in("Web"),
                                        up(2, at).in("Mail"),
                                        up(3, at).in("Mail"))),
                        page(
                                "Kuma stands still for five hours, and one check is daily",
                                "UNKNOWN unknown",
                                30,
                                at -> with(
                                        fleet(4, id -> up(id, Math.min(at, 1000))),
                                        kuma(5, "http", "", every(DAY, -6 * HOUR, 1)))),
                        key(
                                "a monitor on the page was never started",
                                "OPERATIONAL operational",
                                2,
                                at -> with(fleet(3, id -> up(id, at)), kuma(4, "http", "", List.of()))))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("situations")
    void theStatusIsTheTrueOne(Situation situation) {
        RunState state = RunState.FIRST;
        Assessment last = null;
        for (int run = 0; run < situation.runs; run++) {
            Instant now = START.plusSeconds(run * 600L);
            last = assess(situation, state, now);
            state = last.next();
        }

        String components = last.components().stream()
                .map(each -> " " + each.status().name().toLowerCase(Locale.ROOT))
                .collect(joining());
        assertThat(last.platform().status() + components)
                .as("%s %s", last.platform(), last.monitors())
                .isEqualTo(situation.truth);
    }

    @AfterAll
    static void stop() {
        EXECUTOR.close();
    }

    private static Assessment assess(Situation situation, RunState state, Instant now) {
        List<Kuma> fleet = situation.fleet.apply(now.getEpochSecond() - START.getEpochSecond());
        FakeKuma kuma = new FakeKuma();
        KumaStage stage = new KumaStage(EXECUTOR, kuma);
        if (situation.byKey) {
            kuma.metrics(FakeKuma.ok("text/plain", bytes(metrics(fleet))));
            stage.withKey();
        }
        kuma.heartbeats(FakeKuma.ok("application/json", bytes(heartbeats(fleet))))
                .statusPage(FakeKuma.ok("application/json", bytes(page(fleet))));
        stage.withPage();
        return Assessor.assess(
                stage.source().read(now, KumaStage.inTime()),
                new Reading.Nothing<>(),
                TestRules.of(MonitorScope.EVERYTHING, ComponentResolver.Mode.PAGE_GROUPS),
                new Assessor.PriorState(state, 0, true, Announcements.NONE),
                now,
                Instant.MIN);
    }

    private static Stream<Situation> both(String what, String truth, int runs, LongFunction<List<Kuma>> fleet) {
        return Stream.concat(key(what + ", by the metrics", truth, runs, fleet), page(what, truth, runs, fleet));
    }

    private static Stream<Situation> key(String what, String truth, int runs, LongFunction<List<Kuma>> fleet) {
        return Stream.of(new Situation(what, true, truth, runs, fleet));
    }

    private static Stream<Situation> page(String what, String truth, int runs, LongFunction<List<Kuma>> fleet) {
        return Stream.of(new Situation(what, false, truth, runs, fleet));
    }

    private static Kuma up(int id, long at) {
        return kuma(id, "http", "1", every(60, at - 5, 1));
    }

    private static Kuma kuma(int id, String type, String listed, List<Beat> beats) {
        return new Kuma(id, type, "m" + id, listed, beats, "All");
    }

    private static List<Kuma> fleet(int count, IntFunction<Kuma> monitor) {
        return IntStream.rangeClosed(1, count).mapToObj(monitor).toList();
    }

    private static List<Kuma> with(List<Kuma> fleet, Kuma one) {
        List<Kuma> all = new ArrayList<>(fleet);
        all.add(one);
        return all;
    }

    private static List<Beat> every(long interval, long newest, int status) {
        return LongStream.rangeClosed(0, 39)
                .mapToObj(i -> new Beat(newest - (39 - i) * interval, status))
                .toList();
    }

    /** Every minute until the start, and every hour since. */
    private static List<Beat> hourly(long at) {
        return Stream.concat(
                        every(60, -300, 1).stream(),
                        LongStream.rangeClosed(0, at / HOUR).mapToObj(hour -> new Beat(hour * HOUR, 1)))
                .toList();
    }

    /** Every 20 seconds, and then so many pauses, of which each ends with one heartbeat. */
    private static List<Beat> pauses(int count, long length, long newest) {
        return Stream.concat(
                        LongStream.rangeClosed(1, 90).mapToObj(i -> newest - count * length - (90 - i) * 20),
                        LongStream.rangeClosed(1, count).mapToObj(i -> newest - (count - i) * length))
                .map(at -> new Beat(at, 1))
                .toList();
    }

    private static String metrics(List<Kuma> fleet) {
        return fleet.stream()
                .filter(each -> !each.listed.isEmpty())
                .map(each ->
                        "monitor_status{monitor_id=\"%d\",monitor_name=\"%s\",monitor_type=\"%s\",new_label=\"\"} %s\n"
                                .formatted(each.id, each.name, each.type, each.listed))
                .collect(Collectors.joining(
                        "",
                        "# HELP monitor_status Monitor Status\n",
                        "app_version{version=\"2.5.3\",major=\"2\"} 1\nexpressjs_number_of_open_connections 0\n"));
    }

    private static String heartbeats(List<Kuma> fleet) {
        return fleet.stream()
                .map(each -> "\"%d\":[%s]"
                        .formatted(
                                each.id,
                                each.beats.stream()
                                        .map(beat -> "{\"status\":%d,\"time\":\"%s\"}"
                                                .formatted(beat.status, BEAT_TIME.format(START.plusSeconds(beat.at))))
                                        .collect(joining(","))))
                .collect(joining(",", "{\"heartbeatList\":{", "},\"uptimeList\":{}}"));
    }

    private static String page(List<Kuma> fleet) {
        return fleet.stream()
                .map(Kuma::group)
                .distinct()
                .map(group -> "{\"id\":\"%s\",\"name\":\"%s\",\"monitorList\":[%s]}"
                        .formatted(
                                group,
                                group,
                                fleet.stream()
                                        .filter(each -> each.group.equals(group))
                                        .sorted(Comparator.comparing(Kuma::id))
                                        .map(each -> "{\"id\":%d,\"name\":\"%s\",\"type\":\"%s\"}"
                                                .formatted(each.id, each.name, each.type))
                                        .collect(joining(","))))
                .collect(joining(",", "{\"publicGroupList\":[", "]}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
