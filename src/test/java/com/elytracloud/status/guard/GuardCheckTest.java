package com.elytracloud.status.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Announcements.Update;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Incident.Impact;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.DoctorReport.Row;
import com.elytracloud.status.run.DoctorReport.Verdict;
import com.elytracloud.status.testing.FakeIncidentStore;

import static org.assertj.core.api.Assertions.assertThat;

class GuardCheckTest {
    private static final Deadline DEADLINE = Deadline.in(Duration.ofSeconds(1));

    private final GuardStage stage = new GuardStage().secret("Xk92-mm31-Pq77");
    private final FakeIncidentStore incidents = new FakeIncidentStore();

    @Test
    void textsThatBreakNoRuleAreAccepted() {
        post("Slow checkout", "We are on it.");

        Row row = row(stage.with("SITE_TITLE", "Elytra Status"));

        assertThat(row.verdict()).isEqualTo(Verdict.OK);
        assertThat(row.seen()).isEqualTo("accepted");
    }

    @Test
    void aTextInTheStoreThatIsWithheldIsNamedByPlaceAndRule() {
        post("db-01 is slow", "Mail ops@example.com");

        Row row = row(stage);

        assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(row.seen())
                .contains("incident slow, title", "incident slow, message", "'machine'", "'email'")
                .doesNotContain("db-01", "ops");
        assertThat(row.advice()).contains("docs/guard.md");
    }

    @Test
    void aTextOfTheSettingsThatIsRefusedIsNamedByVariable() {
        assertThat(row(stage.with("SITE_TITLE", "kuma.internal")).seen()).contains("SITE_TITLE", "'host'");
    }

    @Test
    void aSettingThatNamesAMonitorIsAWarning() {
        List<Row> rows = stage.with("INFRASTRUCTURE_NOTES", "As for the aurora bakery.")
                .with("COMPONENTS", "Aurora Bakery=7")
                .examination(incidents)
                .examine(new DoctorReport(Part.SETTINGS, Instant.EPOCH, DEADLINE))
                .rows();

        assertThat(rows).extracting(Row::verdict).containsExactly(Verdict.OK, Verdict.WARN);
        assertThat(rows.get(1).seen()).isEqualTo("INFRASTRUCTURE_NOTES names Aurora Bakery (7)");
    }

    @Test
    void secretsThatCannotBeFoundInPublicTextsAreCounted() {
        Row row = row(stage.secret("short").secret("hosting"));

        assertThat(row.verdict()).isEqualTo(Verdict.WARN);
        assertThat(row.seen()).isEqualTo("accepted; 2 secrets are too short or too common to be found in them");
    }

    @Test
    void anAddressIsNoSecretThatIsTooShort() {
        assertThat(row(stage.secret("https://uptime.example.com")).verdict()).isEqualTo(Verdict.OK);
    }

    private Row row(GuardStage configured) {
        List<Row> rows = configured
                .examination(incidents)
                .examine(new DoctorReport(Part.SETTINGS, Instant.EPOCH, DEADLINE))
                .rows();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private void post(String title, String message) {
        Instant now = Instant.parse("2026-11-26T12:00:00Z");
        incidents.edit(any -> any.with(new Incident(
                "slow",
                title,
                Impact.DEGRADED,
                List.of(),
                Announcements.Source.OPERATOR,
                now,
                List.of(new Update<>(now, Incident.Status.INVESTIGATING, message)))));
    }
}
