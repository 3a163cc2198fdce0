package com.elytracloud.status.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.Announced.MaintenanceEntry;
import com.elytracloud.status.contract.Announced.UpdateEntry;
import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.IncidentUpdate;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.ComponentUptime;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.contract.StatusDocument.Uptime;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Incident.Impact;
import com.elytracloud.status.domain.Maintenance;
import com.elytracloud.status.domain.PlatformStatus;

import static com.elytracloud.status.testing.Moments.NOW;

/** Documents as a run may compose them: an operator's open incident raises the platform to at least its impact. */
final class RandomDocuments {
    private static final List<String> TEXTS = List.of(
            "Slow checkout",
            "</title><script>alert(1)</script> ]]> & \"'",
            "a\u0000b\u0008c\u001Bd\u0085e\uFFFEf\uD83Dg\uDCA5h\uFDD0",
            "\u202Eمرحبا\u2066 👩‍👩‍👧‍👦🇺🇦💥".repeat(6),
            "semi;colon, comma \\n back\\slash\nline\r\nline\rline",
            "W".repeat(200));

    private final Instant at = NOW.minusMillis(NOW.toEpochMilli() % 1000);
    private final Random random;

    RandomDocuments(long seed) {
        random = new Random(seed);
    }

    /** A status document and the history that belongs to it. */
    record Pair(StatusDocument status, HistoryDocument history) {}

    Pair next() {
        List<ComponentEntry> components = list(7, this::component);
        List<String> ids = components.stream().map(ComponentEntry::id).toList();
        List<IncidentEntry> incidents = list(5, i -> incident(i, ids));
        PlatformStatus measured = one(PlatformStatus.values());
        PlatformStatus platform = raised(measured, incidents);
        StatusDocument status = new StatusDocument(
                StatusDocument.SCHEMA_VERSION,
                at,
                at.plusSeconds(1800),
                platform,
                platform == measured ? StatusSource.AUTOMATIC : StatusSource.OPERATOR,
                measured,
                Headline.of(
                        platform,
                        components.stream().map(ComponentEntry::status).toList()),
                null,
                new Uptime(null, null, null),
                null,
                null,
                components,
                incidents,
                list(4, i -> maintenance(i, ids)));
        List<IncidentUpdate> updates = incidents.stream()
                .flatMap(incident -> incident.updates().stream()
                        .map(each -> new IncidentUpdate(
                                each.at(), incident.id(), incident.title(), each.status(), each.message())))
                .sorted(Comparator.comparing(IncidentUpdate::at))
                .toList();
        return new Pair(
                status,
                new HistoryDocument(HistoryDocument.SCHEMA_VERSION, at, List.of(), List.of(), transitions(), updates));
    }

    private static PlatformStatus raised(PlatformStatus measured, List<IncidentEntry> incidents) {
        PlatformStatus raised = measured;
        for (IncidentEntry each : incidents) {
            if (each.isCurrent() && each.impact() == Impact.OUTAGE) {
                return PlatformStatus.OUTAGE;
            }
            if (each.isCurrent() && each.impact() == Impact.DEGRADED && raised == PlatformStatus.OPERATIONAL) {
                raised = PlatformStatus.DEGRADED;
            }
        }
        return raised;
    }

    private ComponentEntry component(int i) {
        String group = random.nextBoolean() ? null : one("Hosting", "Tools & more", TEXTS.get(2));
        String name = one(TEXTS.toArray(String[]::new));
        return new ComponentEntry("part-" + i, name, group, one(ComponentStatus.values()), ComponentUptime.NONE);
    }

    private IncidentEntry incident(int i, List<String> ids) {
        boolean isOpen = random.nextInt(3) == 0;
        List<Instant> times = times();
        List<UpdateEntry<Incident.Status>> updates = new ArrayList<>();
        for (Instant each : times) {
            boolean isLast = updates.isEmpty() && !isOpen;
            Incident.Status status = isLast
                    ? Incident.Status.RESOLVED
                    : one(Incident.Status.INVESTIGATING, Incident.Status.IDENTIFIED, Incident.Status.MONITORING);
            updates.add(new UpdateEntry<>(each, status, one(TEXTS.toArray(String[]::new))));
        }
        return new IncidentEntry(
                "incident-" + i,
                one(TEXTS.toArray(String[]::new)),
                updates.get(0).status(),
                one(Impact.values()),
                some(ids),
                one(Announcements.Source.values()),
                times.get(times.size() - 1),
                isOpen ? null : times.get(0),
                updates);
    }

    private MaintenanceEntry maintenance(int i, List<String> ids) {
        Maintenance.Status status = one(Maintenance.Status.values());
        Instant start = status == Maintenance.Status.SCHEDULED ? at.plusSeconds(9000) : at.minusSeconds(9000);
        List<UpdateEntry<Maintenance.Status>> updates = new ArrayList<>();
        if (random.nextBoolean()) {
            times().forEach(each -> updates.add(new UpdateEntry<>(each, status, one(TEXTS.toArray(String[]::new)))));
        }
        return new MaintenanceEntry(
                "maintenance-" + i,
                one(TEXTS.toArray(String[]::new)),
                status,
                some(ids),
                one(Announcements.Source.OPERATOR, Announcements.Source.UPTIME_KUMA),
                start,
                random.nextBoolean() ? null : start.plusSeconds(random.nextInt(7200)),
                updates);
    }

    private List<TransitionEntry> transitions() {
        List<TransitionEntry> all = new ArrayList<>();
        PlatformStatus from = PlatformStatus.OPERATIONAL;
        List<Instant> times = times();
        for (int i = times.size() - 1; i >= 0; i--) {
            PlatformStatus to = one(PlatformStatus.values());
            if (to != from) {
                all.add(new TransitionEntry(times.get(i), from, to));
                from = to;
            }
        }
        return all;
    }

    // Newest first; two may share a second.
    private List<Instant> times() {
        List<Instant> times = new ArrayList<>();
        Instant time = at.minus(Duration.ofSeconds(random.nextInt(86_400)));
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            times.add(time);
            time = time.minusSeconds((long) random.nextInt(3) * 600);
        }
        return times;
    }

    private List<String> some(List<String> ids) {
        return List.copyOf(
                new TreeSet<>(ids.stream().filter(id -> random.nextBoolean()).toList()));
    }

    private <T> List<T> list(int most, IntFunction<T> item) {
        return IntStream.range(0, random.nextInt(most + 1)).mapToObj(item).toList();
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
