package com.elytracloud.status.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;

/** Which ways to the operator are configured; sends nothing, for {@code elytra alerts test} does. */
@Singleton
final class AlertCheck implements HealthCheck {
    private static final String CHANNELS = "alert channels";

    private final AlertConfig config;

    AlertCheck(AlertConfig config) {
        this.config = config;
    }

    @Override
    public Part part() {
        return Part.ALERTS;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        if (!config.problems().isEmpty()) {
            return List.of(part().grey(CHANNELS, "not all can be used: their settings are wrong"));
        }
        return List.of(channels(), heartbeat());
    }

    private DoctorReport channels() {
        List<String> names = new ArrayList<>();
        if (!config.sendGridKey().isEmpty()) {
            names.add("mail to %d by SendGrid".formatted(config.admins().size()));
        }
        config.slack().ifPresent(url -> names.add("Slack"));
        config.webhook().ifPresent(url -> names.add("webhook"));
        return names.isEmpty()
                ? part().amber(
                                CHANNELS,
                                "none is configured: no alert is delivered",
                                "Set SLACK_WEBHOOK_URL, ALERT_WEBHOOK_URL or the three of SENDGRID_, then try"
                                        + " \"elytra alerts test\".")
                : part().green(CHANNELS, String.join(", ", names) + "; \"elytra alerts test\" tries them");
    }

    private DoctorReport heartbeat() {
        String name = "dead man's switch";
        return config.heartbeat()
                .map(url -> part().green(name, "is configured"))
                .orElseGet(() -> part().grey(name, "HEARTBEAT_URL is not set: a stopped watchdog raises no alert"));
    }
}
