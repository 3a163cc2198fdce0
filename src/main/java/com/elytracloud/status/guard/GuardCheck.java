package com.elytracloud.status.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;
import com.elytracloud.status.run.IncidentStore;
import com.elytracloud.status.run.MonitorSource;
import com.elytracloud.status.run.PublicAnnouncements;
import com.elytracloud.status.run.TextGuard;

/** The guard's rows in the doctor's table: the current public texts, checked by all rules. */
@Singleton
record GuardCheck(
        TextGuard guard,
        Variables variables,
        IncidentStore incidents,
        SensitiveValues values,
        Settings settings,
        MonitorSource monitors)
        implements HealthCheck {
    private static final String TEXTS = "public texts";

    @Override
    public Part part() {
        return Part.SETTINGS;
    }

    @Override
    public DoctorReport examine(DoctorReport report) {
        Map<String, String> texts = new TreeMap<>();
        OperatorTexts.TEXTS.forEach(name -> variables.find(name).ifPresent(text -> texts.put(name, text)));
        PublicAnnouncements announced = new PublicAnnouncements(guard, "withheld");
        announced.of(incidents.read(report.deadline()).orElse(Announcements.NONE));
        List<String> refused = new ArrayList<>(announced.refused());
        texts.entrySet().stream()
                .map(text -> guard.check(text.getValue(), text.getKey()))
                .filter(TextGuard.Verdict::isRefused)
                .forEach(verdict -> refused.add(verdict.line()));
        if (!refused.isEmpty()) {
            return report.fail(TEXTS, "not published: " + String.join("; ", refused), "texts.refused");
        }
        int tooCommon = values.secrets().countCommon();
        if (tooCommon == 0) {
            report.ok(TEXTS, "accepted");
        } else {
            String seen = "accepted; %d secrets are too short or too common to be found in them".formatted(tooCommon);
            report.warn(TEXTS, seen, "texts.secrets");
        }
        texts.remove("COMPONENTS"); // usually called like their monitors
        if (texts.isEmpty()
                || !settings.problems(Set.of(Capability.READ_MONITORS)).isEmpty()) {
            return report;
        }
        MonitorFleet fleet = monitors.read(report.now(), report.deadline()).orElse(MonitorFleet.NONE);
        String named = texts.entrySet().stream()
                .flatMap(text -> fleet.namedIn(text.getValue()).stream()
                        .map(monitor -> "%s names %s".formatted(text.getKey(), monitor)))
                .collect(Collectors.joining("; "));
        return named.isEmpty() ? report : report.warn("monitors in public texts", named, "texts.monitors");
    }
}
