package com.elytracloud.status.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.PublicTexts;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.guard.GuardStage;
import com.elytracloud.status.kuma.KumaReplies;
import com.elytracloud.status.testing.CountingClock;
import com.elytracloud.status.testing.FakeBackupSource;
import com.elytracloud.status.testing.FakeIncidentStore;
import com.elytracloud.status.testing.FakeStateStore;
import com.elytracloud.status.testing.StatusSchema;
import com.elytracloud.status.testing.TestRules;

import static com.elytracloud.status.testing.ScopeBuilder.ids;
import static com.elytracloud.status.testing.TenantBuilder.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever bytes Uptime Kuma answers, a run ends with a valid document or a refusal, and never with another exception. */
class AnyBytesTest {
    private static final int ROUNDS = 25;
    private static final byte[] METRICS = KumaReplies.recorded("2.5.3/metrics-nasty-names");
    private static final byte[] HEARTBEATS = KumaReplies.recorded("2.5.3/heartbeat-public");
    private static final List<String> POISON = List.of(
            "1e999999999",
            "-1",
            "NaN",
            "Nan",
            "+Inf",
            "9".repeat(400),
            "0.0000000000000000000001",
            "\"",
            "\\",
            "{",
            "}",
            "[".repeat(3000),
            "{\"a\":".repeat(1500),
            "\n",
            "\r",
            "\u0000",
            "monitor_status{monitor_id=\"1\"} 9\n",
            "process_start_time_seconds 1e40\n",
            "null");

    private final BoundedExecutor executor = new BoundedExecutor();

    @AfterEach
    void end() {
        executor.close();
    }

    @RepeatedTest(12)
    void aRunEndsWithAValidDocumentOrARefusal(RepetitionInfo repetition) {
        long seed = 20_261_121L + repetition.getCurrentRepetition();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] metrics = spoilt(METRICS, random);
            byte[] heartbeats = spoilt(HEARTBEATS, random);
            try {
                assertThat(published(metrics, heartbeats))
                        .as("seed %d, round %d", seed, round)
                        .isEmpty();
            } catch (RuntimeException e) {
                throw new AssertionError("seed %d, round %d".formatted(seed, round), e);
            }
        }
    }

    private List<String> published(byte[] metrics, byte[] heartbeats) {
        List<SiteFile> site = new ArrayList<>();
        try {
            RunReport report = run(new Keeping(site), metrics, heartbeats).publish(StatusRun.BY_HAND);
            // A run survives what a reader did not expect, and tells it by this word.
            assertThat(report.sources()).extracting(RunReport.Source::answer).doesNotContain("INTERNAL_ERROR");
        } catch (LeakException e) {
            assertThat(e).hasMessageNotContaining("schema");
            assertThat(site).isEmpty();
            return List.of();
        }
        return StatusSchema.violations(site.get(site.size() - 1).bytes());
    }

    private StatusRun run(SitePublisher publisher, byte[] metrics, byte[] heartbeats) {
        RunSettings settings = new RunSettings(
                TestRules.of(MonitorScope.EVERYTHING, new Component("websites", "Websites", ids("1", "3"))),
                PublicTexts.NONE,
                Duration.ofMinutes(30),
                Duration.ofSeconds(27));
        MonitorSource source = (now, deadline) -> reading(metrics, heartbeats);
        InputReader reader = new InputReader(
                source,
                FakeBackupSource.of(aTenant("acme")),
                new FakeStateStore(),
                new FakeIncidentStore(),
                publisher,
                executor);
        return new StatusRun(
                new CountingClock(),
                reader,
                GuardStage::render,
                new GuardStage().guard(),
                new GuardStage().texts(),
                new FakeStateStore(),
                publisher,
                settings);
    }

    private record Keeping(List<SiteFile> site) implements SitePublisher {
        @Override
        public Reading<Long> lastSeq(Deadline deadline) {
            return new Reading.Found<>(0L);
        }

        @Override
        public Published publish(List<SiteFile> files, Revision revision, Deadline deadline) {
            site.addAll(files);
            return Published.NOTHING;
        }
    }

    // As the edge does; anything else than its two ways to fail must not come out of a parser.
    private static Reading<MonitorFleet> reading(byte[] metrics, byte[] heartbeats) {
        try {
            return new Reading.Found<>(KumaReplies.fleet(metrics, heartbeats));
        } catch (IOException e) {
            return new Reading.Failed<>(new Failure(Failure.Reason.UNREADABLE, "as the bytes want"));
        }
    }

    private static byte[] spoilt(byte[] body, Random random) {
        byte[] bytes = body.clone();
        for (int times = random.nextInt(4); times >= 0; times--) {
            bytes = spoiltOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] spoiltOnce(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> noise(random);
            case 2 -> with(bytes, at, POISON.get(random.nextInt(POISON.size())).getBytes(StandardCharsets.UTF_8));
            case 3 -> with(bytes, at, noise(random));
            case 4 -> new byte[0];
            default -> bytes;
        };
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] with(byte[] bytes, int at, byte[] inserted) {
        byte[] all = new byte[bytes.length + inserted.length];
        System.arraycopy(bytes, 0, all, 0, at);
        System.arraycopy(inserted, 0, all, at, inserted.length);
        System.arraycopy(bytes, at, all, at + inserted.length, bytes.length - at);
        return all;
    }
}
