package com.elytracloud.status.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.guard.GuardStage;
import com.elytracloud.status.run.RunReport.Outcome;
import com.elytracloud.status.testing.CountingClock;
import com.elytracloud.status.testing.FakeNoticeBoard;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever refused text gets into the store, a run publishes, and withholds that text. */
class WithheldTextsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CountingClock clock = new CountingClock();
    private final BoundedExecutor workers = new BoundedExecutor();
    private final FakeNoticeBoard notices = new FakeNoticeBoard();

    @AfterEach
    void end() {
        workers.close();
    }

    @Test
    void aRunPublishesWithEachKindOfRefusedTextInTheStore() throws IOException {
        RunBuilder builder =
                RunBuilder.aRun(clock, workers).heeding(notices).withTextsGuardedBy(new GuardStage().texts());
        StatusRun run = builder.build();
        for (String text : refusedTexts()) {
            Instant now = clock.instant();
            notices.post(
                    new Notice(PlatformStatus.DEGRADED, "Slow checkout", text, now, now.plusSeconds(3_600)),
                    Deadline.in(Duration.ofSeconds(1)));

            RunReport report = run.publish(RunRequest.BY_HAND);

            assertThat(report.outcome()).as(text).isEqualTo(Outcome.PUBLISHED);
            assertThat(report.line()).contains("TEXT_REFUSED", "notice message").doesNotContain(text);
            assertThat(builder.documents().get(builder.documents().size() - 1).notice())
                    .satisfies(shown -> {
                        assertThat(shown.title()).isEqualTo("Slow checkout");
                        assertThat(shown.message()).isEqualTo(TextGuard.WITHHELD);
                    });
        }
    }

    private static List<String> refusedTexts() throws IOException {
        try (InputStream in = WithheldTextsTest.class.getResourceAsStream("/guard/refuse.jsonl")) {
            String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .replace("\n", ",");
            return JSON.readTree("[" + lines + "]").findParents("text").stream()
                    .filter(line -> line.get("must").asBoolean())
                    .map(line -> line.get("text").asText())
                    .toList();
        }
    }
}
