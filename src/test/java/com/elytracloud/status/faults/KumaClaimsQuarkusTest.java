package com.elytracloud.status.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Function;

import io.quarkus.test.junit.QuarkusTest;

import com.elytracloud.status.testing.KumaReplay;

import static com.elytracloud.status.faults.Answers.reply;
import static com.elytracloud.status.faults.Promise.Around.KUMA;
import static com.elytracloud.status.faults.Promise.Around.TIME;

/** Uptime Kuma, whose answer comes and says what cannot be, or not all there is. */
@QuarkusTest
final class KumaClaimsQuarkusTest extends ApplicationStage {
    private static final Map<String, String> WITHOUT_PAGE = Map.of("UPTIME_KUMA_STATUS_PAGE", "");

    private static final Duration HOUR = Duration.ofHours(1);

    @Override
    Function<BrokenWorld, Map<String, String>> settings() {
        return world -> Map.of("UPTIME_KUMA_STATUS_PAGE", KumaReplay.PAGE);
    }

    @Promise(
            around = KUMA,
            when = "four of seven monitors are missing; no status page is configured",
            published = Published.UNKNOWN,
            told = {"LOW_COVERAGE"},
            never = "missing monitors counted as up or down")
    void mostAreMissing() throws Exception {
        whenStarted(WITHOUT_PAGE, world -> world.kuma().forget(1, 3, 5, 6), Stage.Looking.NOWHERE);
    }

    @Promise(
            around = KUMA,
            when = "it lists each monitor twice with the same status",
            published = Published.OPERATIONAL,
            told = {"FOUND"})
    void listsTwice() throws Exception {
        when(world -> answers(world, statuses(world), Duration.ZERO));
    }

    @Promise(
            around = KUMA,
            when = "it lists monitors twice, as up and as down",
            published = Published.UNKNOWN,
            told = {"LOW_COVERAGE"},
            never = "one of the lines used")
    void contradictsItself() throws Exception {
        when(world -> {
            String before = statuses(world);
            world.kuma().down(1, 3, 4, 5, 6, 13, 15);
            answers(world, before, Duration.ZERO);
        });
    }

    @Promise(
            around = KUMA,
            when = "its response is dated an hour ago (a cache)",
            published = Published.UNKNOWN,
            told = {"CLOCK_SKEWED"})
    void answersOfThePast() throws Exception {
        when(world -> answers(world, "", HOUR.negated()));
    }

    @Promise(
            around = KUMA,
            when = "its response is dated in an hour",
            published = Published.UNKNOWN,
            told = {"CLOCK_SKEWED"})
    void answersOfTheFuture() throws Exception {
        when(world -> answers(world, "", HOUR));
    }

    @Promise(
            around = KUMA,
            when = "its newest heartbeats are an hour old (database locked)",
            published = Published.UNKNOWN,
            told = {"LOW_COVERAGE"})
    void beatsOfThePast() throws Exception {
        when(world -> world.kuma().beatsOf(HOUR));
    }

    @Promise(
            around = KUMA,
            when = "its newest heartbeats are dated in an hour",
            published = Published.UNKNOWN,
            told = {"LOW_COVERAGE"})
    void beatsOfTheFuture() throws Exception {
        when(world -> world.kuma().beatsOf(HOUR.negated()));
    }

    @Promise(
            around = KUMA,
            when = "four of seven monitors are missing, but on its status page",
            published = Published.OPERATIONAL,
            told = {"FOUND"},
            never = "a dropped monitor")
    void justStarted() throws Exception {
        when(world -> {
            world.kuma().startedAgo(Duration.ofMinutes(1));
            world.kuma().forget(1, 3, 5, 6);
        });
    }

    @Promise(
            around = KUMA,
            when = "it started 20 minutes ago and lacks ten of 22 monitors; no status page is configured",
            published = Published.UNKNOWN,
            told = {"NOT_READY"})
    void startsForEver() throws Exception {
        whenStarted(
                WITHOUT_PAGE,
                world -> {
                    world.kuma().startedAgo(Duration.ofMinutes(20));
                    world.kuma().forget(1, 2, 3, 4, 5, 6, 7, 8, 10, 11);
                },
                Stage.Looking.NOWHERE);
    }

    @Promise(
            around = KUMA,
            when = "its start time is in an hour, after its clock was set back",
            published = Published.OPERATIONAL,
            told = {"FOUND"})
    void startsInTheFuture() throws Exception {
        when(world -> world.kuma().startedAgo(HOUR.negated()));
    }

    @Promise(
            around = TIME,
            when = "Uptime Kuma's newest heartbeat is dated 23:59:60, which is invalid",
            published = Published.UNKNOWN,
            told = {"FOUND"})
    void beatsOfALeapSecond() throws Exception {
        when(world -> world.kuma().beatsAt("2026-12-31 23:59:60.000"));
    }

    @Promise(
            around = TIME,
            when = "Uptime Kuma's response is dated 23:59:60",
            published = Published.OPERATIONAL,
            told = {"FOUND"})
    void answersOfALeapSecond() throws Exception {
        when(world -> answersDated(world, "", "Thu, 31 Dec 2026 23:59:60 GMT"));
    }

    private static String statuses(BrokenWorld world) {
        return world.kuma()
                .metrics()
                .lines()
                .filter(line -> line.startsWith("monitor_status{"))
                .reduce("", (all, line) -> all + line + "\n");
    }

    private static void answers(BrokenWorld world, String before, Duration ahead) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(ahead).atOffset(ZoneOffset.UTC));
        answersDated(world, before, date);
    }

    private static void answersDated(BrokenWorld world, String before, String date) {
        world.kumaDoor()
                .meet(reply(
                        "HTTP/1.1 200 OK\nContent-Type: text/plain; version=0.0.4; charset=utf-8\nDate: " + date,
                        before + world.kuma().metrics()));
    }
}
