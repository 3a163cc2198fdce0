package com.elytracloud.status.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import picocli.CommandLine.Command;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.Alert;
import com.elytracloud.status.domain.Alert.Kind;
import com.elytracloud.status.domain.AlertSignal;
import com.elytracloud.status.domain.AlertType;
import com.elytracloud.status.domain.OpenAlert;
import com.elytracloud.status.run.AlertSink;
import com.elytracloud.status.run.AlertSink.Delivery;
import com.elytracloud.status.run.Deadline;

/** One message marked TEST through each channel. */
@Command(
        name = "test",
        description = "Sends a message marked TEST through each configured channel and prints the result of each.")
final class AlertsTestCommand extends ResultCommand {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @Override
    public Integer call() {
        bean(Settings.class).require(Capability.ALERT);
        Instant now = bean(Clock.class).instant();
        OpenAlert nothing = OpenAlert.first(AlertSignal.good(AlertType.ORIGIN_STALE), now);
        List<Delivery> deliveries = bean(AlertSink.class).send(new Alert(Kind.TEST, nothing, now), Deadline.in(LIMIT));
        if (deliveries.isEmpty()) {
            return fail("no channel is configured; .env.example explains SENDGRID_API_KEY, SLACK_WEBHOOK_URL and"
                    + " ALERT_WEBHOOK_URL");
        }
        Table table = new Table().row("CHANNEL", "RESULT", "WHY");
        deliveries.forEach(
                each -> table.row(each.channel(), each.delivered() ? "delivered" : "not delivered", each.detail()));
        return print(deliveries.stream().allMatch(Delivery::delivered), deliveries, table.toString());
    }
}
