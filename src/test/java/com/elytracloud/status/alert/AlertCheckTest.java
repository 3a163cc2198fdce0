package com.elytracloud.status.alert;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.config.Variables;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.DoctorReport.Row;
import com.elytracloud.status.run.DoctorReport.Verdict;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class AlertCheckTest {
    @Test
    void channelsAreCountedWithoutTheirAddresses() {
        List<Row> rows = rows(Map.of(
                "SENDGRID_API_KEY", "SG.x",
                "SENDGRID_FROM_EMAIL", "a@example.com",
                "SENDGRID_ADMIN_EMAIL", "b@example.com,c@example.com",
                "SLACK_WEBHOOK_URL", "https://hooks.example.com/secret",
                "HEARTBEAT_URL", "https://ping.example.com/secret"));

        assertThat(rows).extracting(Row::verdict).containsOnly(Verdict.OK);
        assertThat(rows.get(0).seen())
                .startsWith("mail to 2 by SendGrid, Slack;")
                .doesNotContain("secret");
    }

    @Test
    void withoutAnyNobodyIsTold() {
        List<Row> rows = rows(Map.of());

        assertThat(rows).extracting(Row::verdict).containsExactly(Verdict.WARN, Verdict.SKIPPED);
        assertThat(rows.get(0).advice()).contains("SLACK_WEBHOOK_URL", "elytra alerts test");
    }

    @Test
    void halfAChannelIsTheSettingsToTell() {
        assertThat(rows(Map.of("SENDGRID_API_KEY", "SG.x")))
                .extracting(Row::verdict)
                .containsExactly(Verdict.SKIPPED);
    }

    private static List<Row> rows(Map<String, String> variables) {
        return new AlertCheck(new AlertConfig(new Variables(variables::get)))
                .examine(new DoctorReport(Part.ALERTS, NOW, Deadline.in(Duration.ofSeconds(5))))
                .rows();
    }
}
