package com.elytracloud.status.betterstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.http.ApiCaller;
import com.elytracloud.status.http.RetryPolicy;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Reads a fake Better Stack at a fixed time, with short pauses. */
final class BetterStackStage {
    static final Instant NOW = Instant.parse("2028-02-29T23:59:31Z");
    static final String TOKEN = "t0ken$${HOME}-x7Y8z9";

    private static final Path REPLIES = Path.of("src/test/resources/betterstack");
    private static final BoundedExecutor EXECUTOR = new BoundedExecutor();
    private static final RetryPolicy POLICY = new RetryPolicy(3, Duration.ofSeconds(5), Duration.ofMillis(2));

    private BetterStackStage() {}

    static BetterStackMonitorSource source(BetterStackConfig config, BetterStackApi api) {
        return new BetterStackMonitorSource(
                config, api, new ApiCaller(POLICY, EXECUTOR, BetterStackMonitorSource::error));
    }

    static Reading<MonitorFleet> read(BetterStackApi api) {
        BetterStackConfig config = new BetterStackConfig(new Variables(Map.of("BETTER_STACK_TOKEN", TOKEN)::get));
        return source(config, api).read(NOW, inTime());
    }

    /** Reads a listing of one page. */
    static Reading<MonitorFleet> read(String page) {
        return read(new FakeBetterStack().page(1, page));
    }

    static Deadline inTime() {
        return Deadline.in(Duration.ofSeconds(20));
    }

    /** A reply made after the documentation. */
    static String reply(String name) {
        try {
            return Files.readString(REPLIES.resolve(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** {@code FOUND n}, {@code NOTHING} or the reason of the failure. */
    static String outcome(Reading<MonitorFleet> reading) {
        return reading.fold(fleet -> "FOUND " + fleet.readings().size(), () -> "NOTHING", failure -> failure.reason()
                .name());
    }

    static String detail(Reading<MonitorFleet> reading) {
        return reading.fold(fleet -> "", () -> "", Failure::detail);
    }

    static MonitorReading monitor(Reading<MonitorFleet> reading, String id) {
        List<MonitorReading> readings =
                reading.fold(MonitorFleet::readings, List::<MonitorReading>of, failure -> List.<MonitorReading>of());
        return readings.stream()
                .filter(each -> each.id().equals(new MonitorId(id)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no monitor " + id + ": " + outcome(reading)));
    }
}
