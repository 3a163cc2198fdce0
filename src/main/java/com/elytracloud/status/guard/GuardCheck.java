package com.elytracloud.status.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;
import com.elytracloud.status.run.IncidentStore;
import com.elytracloud.status.run.MonitorSource;
import com.elytracloud.status.run.PublicAnnouncements;
import com.elytracloud.status.run.TextGuard;
import com.elytracloud.status.run.TextGuard.Verdict;

/** The guard's row in the doctor's table: the current public texts, checked by all rules. */
@Singleton
final class GuardCheck implements HealthCheck {
    private static final String NAME = "public texts";
    /** Components are usually called like their monitors. */
    private static final String COMPONENTS = "COMPONENTS";

    private final TextGuard guard;
    private final Variables variables;
    private final IncidentStore incidents;
    private final SensitiveValues values;
    private final Settings settings;
    private final MonitorSource monitors;

    GuardCheck(
            TextGuard guard,
            Variables variables,
            IncidentStore incidents,
            SensitiveValues values,
            Settings settings,
            MonitorSource monitors) {
        this.guard = guard;
        this.variables = variables;
        this.incidents = incidents;
        this.values = values;
        this.settings = settings;
        this.monitors = monitors;
    }

    @Override
    public Part part() {
        return Part.SETTINGS;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        PublicAnnouncements announced = new PublicAnnouncements(guard, "withheld");
        announced.of(
                incidents.read(deadline).fold(found -> found, () -> Announcements.NONE, failure -> Announcements.NONE));
        List<String> refused = new ArrayList<>(announced.refused());
        OperatorTexts.TEXTS.forEach(variable -> variables
                .find(variable)
                .map(text -> guard.check(text, variable))
                .filter(Verdict::isRefused)
                .ifPresent(verdict -> refused.add(verdict.line())));
        if (!refused.isEmpty()) {
            return List.of(part().red(
                            NAME,
                            "not published: " + String.join("; ", refused),
                            "Change the text; docs/guard.md explains each rule."));
        }
        List<DoctorReport> rows = new ArrayList<>();
        int tooCommon = values.secrets().countCommon();
        rows.add(
                tooCommon == 0
                        ? part().green(NAME, "accepted")
                        : part().amber(
                                        NAME,
                                        "accepted; %d secrets are too short or too common to be found in them"
                                                .formatted(tooCommon),
                                        "Use generated secrets of at least 16 characters."));
        List<String> named = named(now, deadline);
        if (!named.isEmpty()) {
            rows.add(part().amber(
                            "monitors in public texts",
                            String.join("; ", named),
                            "Change the text unless visitors may read the name."));
        }
        return rows;
    }

    private List<String> named(Instant now, Deadline deadline) {
        List<String> set = OperatorTexts.TEXTS.stream()
                .filter(variable ->
                        !variable.equals(COMPONENTS) && variables.find(variable).isPresent())
                .toList();
        boolean isReadable = settings.problems(Set.of(Capability.READ_MONITORS)).isEmpty();
        return set.isEmpty() || !isReadable
                ? List.of()
                : monitors.read(now, deadline).fold(fleet -> named(set, fleet), List::of, failure -> List.of());
    }

    private List<String> named(List<String> set, MonitorFleet fleet) {
        return set.stream()
                .flatMap(variable -> MonitorNameFinder.find(
                                variables.find(variable).orElse(""), fleet)
                        .stream()
                        .map(monitor -> "%s names %s".formatted(variable, monitor)))
                .toList();
    }
}
