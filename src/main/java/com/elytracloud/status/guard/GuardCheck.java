package com.elytracloud.status.guard;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Maintenance;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;
import com.elytracloud.status.run.IncidentStore;
import com.elytracloud.status.run.TextGuard;
import com.elytracloud.status.run.TextGuard.Verdict;

/** The guard's row in the doctor's table: the current public texts, checked by all rules. */
@Singleton
final class GuardCheck implements HealthCheck {
    private static final String NAME = "public texts";

    private final TextGuard guard;
    private final Variables variables;
    private final IncidentStore incidents;
    private final SensitiveValues values;

    GuardCheck(TextGuard guard, Variables variables, IncidentStore incidents, SensitiveValues values) {
        this.guard = guard;
        this.variables = variables;
        this.incidents = incidents;
        this.values = values;
    }

    @Override
    public Part part() {
        return Part.SETTINGS;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        List<Verdict> verdicts =
                Stream.concat(settingsTexts(), announcedTexts(deadline)).toList();
        List<Verdict> refused = verdicts.stream().filter(Verdict::isRefused).toList();
        int tooCommon = values.secrets().countCommon();
        if (!refused.isEmpty()) {
            String seen = String.join("; ", refused.stream().map(Verdict::line).toList());
            return List.of(
                    part().red(NAME, "not published: " + seen, "Change the text; docs/guard.md explains each rule."));
        }
        String seen = "%d texts accepted".formatted(verdicts.size());
        return List.of(
                tooCommon == 0
                        ? part().green(NAME, seen)
                        : part().amber(
                                        NAME,
                                        "%s; %d secrets are too short or too common to be found in them"
                                                .formatted(seen, tooCommon),
                                        "Use generated secrets of at least 16 characters."));
    }

    private Stream<Verdict> settingsTexts() {
        return OperatorTexts.TEXTS.stream()
                .flatMap(variable -> variables.find(variable).map(text -> guard.check(text, variable)).stream());
    }

    private Stream<Verdict> announcedTexts(Deadline deadline) {
        Announcements announced =
                incidents.read(deadline).fold(found -> found, () -> Announcements.NONE, failure -> Announcements.NONE);
        return Stream.of(
                        announced.incidents().stream().flatMap(this::texts),
                        announced.maintenances().stream().flatMap(this::texts),
                        Stream.ofNullable(announced.override())
                                .map(override -> guard.check(override.reason(), "reason of the override")))
                .flatMap(Function.identity());
    }

    private Stream<Verdict> texts(Incident incident) {
        String place = "incident " + incident.id();
        return Stream.concat(
                Stream.of(guard.check(incident.title(), place)),
                incident.updates().stream().map(update -> guard.check(update.message(), place)));
    }

    private Stream<Verdict> texts(Maintenance maintenance) {
        String place = "maintenance " + maintenance.id();
        return Stream.concat(
                Stream.of(guard.check(maintenance.title(), place)),
                maintenance.updates().stream().map(update -> guard.check(update.message(), place)));
    }
}
