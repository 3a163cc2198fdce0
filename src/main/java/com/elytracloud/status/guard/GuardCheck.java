package com.elytracloud.status.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Reading.Found;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;
import com.elytracloud.status.run.IncidentStore;
import com.elytracloud.status.run.MonitorSource;
import com.elytracloud.status.run.PublicAnnouncements;
import com.elytracloud.status.run.TextGuard;
import com.elytracloud.status.run.TextGuard.Verdict;

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
    private static final String NAME = "public texts";

    @Override
    public Part part() {
        return Part.SETTINGS;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        Map<String, String> texts = new TreeMap<>();
        OperatorTexts.TEXTS.forEach(variable -> variables.find(variable).ifPresent(text -> texts.put(variable, text)));
        PublicAnnouncements announced = new PublicAnnouncements(guard, "withheld");
        announced.of(incidents.read(deadline).orElse(Announcements.NONE));
        List<String> refused = new ArrayList<>(announced.refused());
        texts.forEach((variable, text) -> {
            Verdict verdict = guard.check(text, variable);
            if (verdict.isRefused()) {
                refused.add(verdict.line());
            }
        });
        if (!refused.isEmpty()) {
            return List.of(part().fail(
                            NAME,
                            "not published: " + String.join("; ", refused),
                            "Change the text; docs/guard.md explains each rule."));
        }
        List<DoctorReport> rows = new ArrayList<>();
        int tooCommon = values.secrets().countCommon();
        rows.add(
                tooCommon == 0
                        ? part().ok(NAME, "accepted")
                        : part().warn(
                                        NAME,
                                        "accepted; %d secrets are too short or too common to be found in them"
                                                .formatted(tooCommon),
                                        "Use generated secrets of at least 16 characters."));
        List<String> named = named(texts, now, deadline);
        if (!named.isEmpty()) {
            rows.add(part().warn(
                            "monitors in public texts",
                            String.join("; ", named),
                            "Change the text unless visitors may read the name."));
        }
        return rows;
    }

    private List<String> named(Map<String, String> texts, Instant now, Deadline deadline) {
        texts.remove("COMPONENTS"); // usually called like their monitors
        if (texts.isEmpty()
                || !settings.problems(Set.of(Capability.READ_MONITORS)).isEmpty()) {
            return List.of();
        }
        return monitors.read(now, deadline)
                .then(fleet -> new Found<>(texts.entrySet().stream()
                        .flatMap(text -> MonitorNameFinder.find(text.getValue(), fleet).stream()
                                .map(monitor -> "%s names %s".formatted(text.getKey(), monitor)))
                        .toList()))
                .orElse(List.of());
    }
}
