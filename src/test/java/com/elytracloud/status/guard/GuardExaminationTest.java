package com.elytracloud.status.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.Diagnosis;
import com.elytracloud.status.run.Diagnosis.Verdict;
import com.elytracloud.status.testing.FakeNoticeBoard;

import static org.assertj.core.api.Assertions.assertThat;

class GuardExaminationTest {
    private static final Deadline DEADLINE = Deadline.in(Duration.ofSeconds(1));

    private final GuardStage stage = new GuardStage().secret("Xk92-mm31-Pq77");
    private final FakeNoticeBoard notices = new FakeNoticeBoard();

    @Test
    void textsThatBreakNoRuleAreAccepted() {
        post("Slow checkout", "We are on it.");

        Diagnosis row = row(stage.with("SITE_TITLE", "Elytra Status"));

        assertThat(row.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(row.seen()).isEqualTo("3 texts accepted");
    }

    @Test
    void aTextInTheStoreThatIsWithheldIsNamedByPlaceAndRule() {
        post("db-01 is slow", "Mail ops@example.com");

        Diagnosis row = row(stage);

        assertThat(row.verdict()).isEqualTo(Verdict.RED);
        assertThat(row.seen())
                .contains("notice title", "'machine'", "notice message", "'email'")
                .doesNotContain("db-01", "ops");
        assertThat(row.advice()).contains("docs/guard.md");
    }

    @Test
    void aTextOfTheSettingsThatIsRefusedIsNamedByVariable() {
        assertThat(row(stage.with("SITE_TITLE", "kuma.internal")).seen()).contains("SITE_TITLE", "'host'");
    }

    @Test
    void secretsThatCannotBeFoundInPublicTextsAreCounted() {
        Diagnosis row = row(stage.secret("short").secret("hosting"));

        assertThat(row.verdict()).isEqualTo(Verdict.AMBER);
        assertThat(row.seen()).isEqualTo("0 texts accepted; 2 secrets are too short or too common to be found in them");
    }

    @Test
    void anAddressIsNoSecretThatIsTooShort() {
        assertThat(row(stage.secret("https://uptime.example.com")).verdict()).isEqualTo(Verdict.GREEN);
    }

    private Diagnosis row(GuardStage configured) {
        List<Diagnosis> rows = configured.examination(notices).examine(Instant.EPOCH, DEADLINE);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private void post(String title, String message) {
        Instant now = Instant.parse("2026-11-26T12:00:00Z");
        notices.post(new Notice(PlatformStatus.DEGRADED, title, message, now, now.plusSeconds(60)), DEADLINE);
    }
}
