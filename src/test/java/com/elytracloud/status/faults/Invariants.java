package com.elytracloud.status.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import com.elytracloud.status.faults.Mishap.Loss;
import com.elytracloud.status.faults.Promise.Ends;
import com.elytracloud.status.faults.Soak.Episode;
import com.elytracloud.status.faults.Soak.Fleet;
import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.StatusSchema;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds after every run, whatever happened to the world meanwhile. */
final class Invariants {
    private static final Duration GOOD_FOR = Duration.ofMinutes(30);
    private static final List<String> INSIDE = List.of(
            "LOCAL4ACCESS7KEY9Q2",
            "Legacy shop",
            "Gateway ping",
            "Flaky worker",
            "3010",
            LocalWorld.BACKUPS,
            "aurora",
            "borealis",
            "cirrus",
            "tar.gz");

    private final Episode episode;
    private final AlertSignal before;
    private final AlertSignal now;

    Invariants(Episode episode, AlertSignal before, AlertSignal now) {
        this.episode = episode;
        this.before = before;
        this.now = now;
    }

    /** Asks for all six, in the order of the design. */
    void require() throws IOException {
        if (isNew()) {
            greenOnlyOnEvidence();
            noNumberWithoutData();
            theAgeIsTold();
        }
        nothingInsideLeaves();
        noOlderOverNewerAndNothingByAFailure();
        assertThat(episode.took()).as("%s", episode).isLessThan(Stage.LONGEST);
    }

    private boolean isNew() {
        // The bytes of two runs within one second may be the same.
        return now.seq() != before.seq();
    }

    private void greenOnlyOnEvidence() throws IOException {
        String platform = now.document().path("platform_status").asText();
        String backups = now.document().at("/backups/last_backup_status").asText();
        // What a busy machine did not answer in time is unknown too; so may be what the other of two runs saw.
        String orUnknown = episode.meets() || episode.end().told().contains("TIMED_OUT") ? "unknown" : "degraded";
        if (episode.has(Loss.MONITORS)) {
            assertThat(platform).as("%s", episode).isEqualTo("unknown");
        } else if (episode.fleet() == Fleet.UP) {
            assertThat(platform).as("%s", episode).isIn("operational", "degraded", orUnknown);
        } else {
            assertThat(platform).as("%s", episode).isIn("degraded", "outage", orUnknown);
        }
        if (episode.has(Loss.BACKUPS)) {
            assertThat(backups).as("%s", episode).isEqualTo("unknown");
        } else {
            assertThat(backups)
                    .as("%s", episode)
                    .isIn("success", episode.has(Loss.CERTAINTY) ? "unknown" : "success", orUnknown);
        }
    }

    private void noNumberWithoutData() throws IOException {
        JsonNode uptime = now.document().path("uptime");
        if (episode.has(Loss.MONITORS)) {
            assertThat(uptime).as("%s", episode).allMatch(JsonNode::isNull);
        } else if (!now.document().path("platform_status").asText().equals("unknown")) {
            assertThat(uptime.path("last_24h").asDouble()).as("%s", episode).isBetween(0.01, 100.0);
        }
        // Nobody has a week's data yet.
        assertThat(uptime.path("last_7d").isNull()).as("%s", episode).isTrue();
    }

    private void theAgeIsTold() throws IOException {
        byte[] bytes = now.status().orElseThrow().getBytes(StandardCharsets.UTF_8);
        assertThat(StatusSchema.violations(bytes)).as("%s", episode).isEmpty();
        assertThat(Duration.between(now.time("updated_at"), now.time("stale_after")))
                .isEqualTo(GOOD_FOR);
    }

    private void nothingInsideLeaves() {
        now.files().forEach((key, text) -> assertThat(text)
                .as("%s, %s", key, episode)
                .doesNotContain(INSIDE)
                .doesNotContain(Stage.SECRETS));
        assertThat(episode.end().told()).doesNotContain(Stage.SECRETS);
    }

    private void noOlderOverNewerAndNothingByAFailure() throws IOException {
        if (!isNew()) {
            assertThat(now.status()).as("%s", episode).isEqualTo(before.status());
        } else {
            assertThat(now.seq()).as("%s", episode).isGreaterThan(before.seq());
        }
        if (isNew() && before.status().isPresent()) {
            assertThat(now.time("updated_at")).as("%s", episode).isAfterOrEqualTo(before.time("updated_at"));
        }
        Ends how = episode.end().how();
        if (how == Ends.PUBLISHED) {
            assertThat(isNew()).as("%s", episode).isTrue();
        } else if (!episode.meets() && !episode.has(Loss.CERTAINTY)) {
            assertThat(isNew()).as("%s", episode).isFalse();
        }
        if (!episode.meets() && !episode.has(Loss.SITE) && !episode.has(Loss.CERTAINTY)) {
            assertThat(how).as("%s", episode).isEqualTo(Ends.PUBLISHED);
        }
    }
}
