package com.elytracloud.status.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Announcements.Update;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Incident.Impact;
import com.elytracloud.status.guard.GuardStage;
import com.elytracloud.status.run.RunReport.Outcome;
import com.elytracloud.status.testing.CountingClock;
import com.elytracloud.status.testing.FakeIncidentStore;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever refused text gets into the store, a run publishes, and withholds that text. */
class WithheldTextsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CountingClock clock = new CountingClock();
    private final BoundedExecutor executor = new BoundedExecutor();
    private final FakeIncidentStore store = new FakeIncidentStore();

    @AfterEach
    void end() {
        executor.close();
    }

    @Test
    void aRunPublishesWithEachKindOfRefusedTextInTheStore() throws IOException {
        RunBuilder builder =
                RunBuilder.aRun(clock, executor).announcing(store).withTextsGuardedBy(new GuardStage().texts());
        StatusRun run = builder.build();
        for (String text : refusedTexts()) {
            Instant now = clock.instant();
            store.edit(before -> Announcements.NONE.with(incident(text, now)));

            RunReport report = run.publish(StatusRun.BY_HAND);

            assertThat(report.outcome()).as(text).isEqualTo(Outcome.PUBLISHED);
            assertThat(report.line()).contains("incident checkout, message").doesNotContain(text);
            assertThat(builder.documents().get(builder.documents().size() - 1).incidents())
                    .filteredOn(shown -> shown.id().equals("checkout"))
                    .singleElement()
                    .satisfies(shown -> {
                        assertThat(shown.title()).isEqualTo("Slow checkout");
                        assertThat(shown.updates().get(0).message()).isEqualTo("Details withheld");
                    });
        }
    }

    private static Incident incident(String message, Instant now) {
        return new Incident(
                "checkout",
                "Slow checkout",
                Impact.DEGRADED,
                List.of(),
                Announcements.Source.OPERATOR,
                now,
                List.of(new Update<>(now, Incident.Status.INVESTIGATING, message)));
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
