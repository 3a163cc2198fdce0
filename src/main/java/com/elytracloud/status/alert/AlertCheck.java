package com.elytracloud.status.alert;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;

/** Which channels to the operator are configured; sends nothing, for {@code elytra alerts test} does. */
@Singleton
record AlertCheck(AlertConfig config) implements HealthCheck {
    @Override
    public Part part() {
        return Part.ALERTS;
    }

    @Override
    public DoctorReport examine(DoctorReport report) {
        if (!config.problems().isEmpty()) {
            return report.skipped("alert channels", "not all can be used: their settings are wrong");
        }
        List<String> names = new ArrayList<>();
        if (!config.sendGridKey().isEmpty()) {
            names.add("mail to %d by SendGrid".formatted(config.admins().size()));
        }
        config.address(AlertConfig.SLACK).ifPresent(url -> names.add("Slack"));
        config.address(AlertConfig.WEBHOOK).ifPresent(url -> names.add("webhook"));
        if (names.isEmpty()) {
            report.warn("alert channels", "none is configured: no alert is delivered", "alerts.none");
        } else {
            report.ok("alert channels", String.join(", ", names) + "; \"elytra alerts test\" tries them");
        }
        return config.address(AlertConfig.HEARTBEAT).isPresent()
                ? report.ok("dead man's switch", "is configured")
                : report.skipped("dead man's switch", "HEARTBEAT_URL is not set: a stopped watchdog raises no alert");
    }
}
