package com.elytracloud.status.kuma;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.elytracloud.status.assess.Assessor;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.testing.TestRules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Weeks of a simulated Uptime Kuma, read and evaluated by the product; an oracle that knows every target says at each run
 * what must not be published. Prints its seed and figures; {@code -Dweeks.seed=} repeats them.
 */
class SimulatedWeeksTest {
    private static final long SEED = Long.getLong("weeks.seed", System.nanoTime());
    private static final long START = Instant.parse("2028-02-20T00:00:00Z").getEpochSecond();
    private static final long RUN = 600;
    private static final int MONITORS = 10;
    private static final BoundedExecutor EXECUTOR = new BoundedExecutor();

    private final Map<PlatformStatus, Integer> published = new EnumMap<>(PlatformStatus.class);
    private int calm;
    private final List<String> green = new ArrayList<>();
    private final List<String> red = new ArrayList<>();
    private final List<String> needless = new ArrayList<>();

    enum Mode {
        KEY_AND_PAGE,
        PAGE_ONLY,
        OLD_WITH_PAGE
    }

    @AfterAll
    static void stop() {
        EXECUTOR.close();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void whatIsPublishedIsNeverBetterThanTheTruthAndNeverAnOutageThatWasNone(Mode mode) {
        simulate(mode, Duration.ofDays(2));
    }

    @Tag("nightly")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void norIsItOverWeeks(Mode mode) {
        simulate(mode, Duration.ofDays(28));
    }

    private void simulate(Mode mode, Duration length) {
        long end = START + length.toSeconds();
        Random random = new Random(SEED * 31 + mode.name().hashCode());
        SimulatedKuma kuma = new SimulatedKuma(mode == Mode.OLD_WITH_PAGE, MONITORS, START, end, random);
        RunState state = RunState.FIRST;
        int runs = 0;
        for (long second = START; second < end; second += RUN, runs++) {
            kuma.advance(second);
            boolean isFailing = !kuma.isUp() || random.nextInt(200) == 0;
            boolean isCut = random.nextInt(100) == 0 && mode == Mode.KEY_AND_PAGE;
            Instant now = Instant.ofEpochSecond(second);
            Assessment assessment = assess(mode, answering(kuma, isFailing, isCut), state, now);
            state = assessment.next();
            judge(kuma, assessment.platform().status(), second, isFailing || isCut, "%s %s".formatted(mode, now));
        }
        System.out.printf(
                "%s, seed %d: %d runs %s, %d green while a target was down, %d outages that were none,"
                        + " %d of %d calm ones needlessly unknown%n",
                mode, SEED, runs, published, green.size(), red.size(), needless.size(), calm);
        assertThat(green).as("seed %d", SEED).isEmpty();
        assertThat(red).as("seed %d", SEED).isEmpty();
        assertThat(needless.size()).as("seed %d: %s", SEED, needless).isLessThanOrEqualTo(Math.max(1, runs / 1000));
    }

    private void judge(SimulatedKuma kuma, PlatformStatus status, long second, boolean isFailing, String at) {
        published.merge(status, 1, Integer::sum);
        calm += !isFailing && kuma.isCalm(second) ? 1 : 0;
        switch (status) {
            case OPERATIONAL -> kuma.undetectedFor(second).ifPresent(why -> green.add(at + ": " + why));
            case OUTAGE -> {
                if (!kuma.wasMostlyDown()) {
                    red.add(at);
                }
            }
            case UNKNOWN -> {
                if (!isFailing && kuma.isCalm(second)) {
                    needless.add(at);
                }
            }
            case DEGRADED -> {
                // neither a promise nor an alarm
            }
        }
        kuma.remember(second);
    }

    private static Assessment assess(Mode mode, KumaApi api, RunState state, Instant now) {
        KumaStage stage = new KumaStage(EXECUTOR, api).withPage();
        KumaMonitorSource source = (mode == Mode.PAGE_ONLY ? stage : stage.withKey()).source();
        return Assessor.assess(
                source.read(now, KumaStage.inTime()),
                new Reading.Nothing<>(),
                TestRules.of(MonitorScope.EVERYTHING),
                new Assessor.PriorState(state, 0, true, Announcements.NONE),
                now,
                Instant.MIN);
    }

    private static KumaApi answering(SimulatedKuma kuma, boolean isFailing, boolean isCut) {
        return new KumaApi() {
            @Override
            public RestResponse<InputStream> metrics(String authorization) {
                String whole = kuma.metrics();
                return answer(
                        "text/plain", isCut ? whole.substring(0, whole.indexOf('\n', whole.length() / 3) + 1) : whole);
            }

            @Override
            public RestResponse<InputStream> heartbeats(String slug) {
                return answer("application/json", kuma.heartbeats());
            }

            @Override
            public RestResponse<InputStream> statusPage(String slug) {
                return answer("application/json", kuma.page());
            }

            @Override
            public RestResponse<InputStream> uptimeBadge(String id, String span) {
                throw new UnsupportedOperationException();
            }

            private RestResponse<InputStream> answer(String type, String body) {
                return isFailing
                        ? RestResponse.ResponseBuilder.<InputStream>create(502).build()
                        : RestResponse.ResponseBuilder.<InputStream>ok(
                                        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                                .header("Content-Type", type)
                                .build();
            }
        };
    }
}
