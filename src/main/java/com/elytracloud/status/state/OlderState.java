package com.elytracloud.status.state;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.BackupState;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.DailyFigures;
import com.elytracloud.status.domain.DailyHistory;
import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.KnownMonitors.KnownMonitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.Transition;
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeLedger;

/** Reads the forms of schemas 1 to 4 once, so that their history goes on; what they knew of backups is dropped. */
final class OlderState {
    /** The first schema that was written by records. */
    private static final int RECORDS = 4;

    private static final int BASE = 36;
    private static final long HOUR = 3_600;
    private static final Map<String, PlatformStatus> STATUSES = Map.of(
            "O", PlatformStatus.OPERATIONAL,
            "D", PlatformStatus.DEGRADED,
            "X", PlatformStatus.OUTAGE,
            "U", PlatformStatus.UNKNOWN);
    private static final Map<String, MonitorClass> CLASSES = Map.of(
            "U", MonitorClass.UP, "D", MonitorClass.DOWN, "M", MonitorClass.MAINTENANCE, "X", MonitorClass.UNKNOWN);

    private final JsonNode json;

    private OlderState(JsonNode json) {
        this.json = json;
    }

    /** @throws IOException if it is not what such a version wrote */
    static RunState read(JsonNode json, int schema) throws IOException {
        try {
            return schema == RECORDS ? ofRecords(json.required("state")) : new OlderState(json).read();
        } catch (RuntimeException e) {
            // A wrong type, number or time, or a missing key: in each case it is no state.
            throw new IOException(
                    "is not a state of schema " + json.path("schema").asInt(), e);
        }
    }

    private RunState read() {
        return new RunState(
                json.required("seq").longValue(),
                time(json.required("slot")),
                time(json.required("written_at")),
                flaps(json.required("damping")),
                Map.of(),
                monitors(json.required("monitors")),
                ledger(json.required("ledger")),
                figures(json.path("figures")),
                history(json.required("history")),
                transitions(json.required("transitions")),
                BackupState.NONE,
                Announcements.NONE);
    }

    // Schema 4 had the records of today without announcements, a ledger of single cells, and less of each component.
    private static RunState ofRecords(JsonNode state) {
        JsonNode ledger = state.required("ledger");
        ((ObjectNode) state).remove(List.of("ledger", "components"));
        ((ObjectNode) state).putObject("components");
        ((ObjectNode) state).set("ledger", PrivateJson.tree(UptimeLedger.EMPTY));
        ((ObjectNode) state).set("announced", PrivateJson.tree(Announcements.NONE));
        RunState rest = PrivateJson.read(state, RunState.class);
        return new RunState(
                rest.seq(),
                rest.slot(),
                rest.writtenAt(),
                rest.flaps(),
                rest.components(),
                rest.monitors(),
                new UptimeLedger(
                        cells(ledger.required("hours")),
                        cells(ledger.required("days")),
                        time(ledger.required("sampled_at")),
                        ledger.required("weight").longValue()),
                rest.figures(),
                rest.history(),
                rest.transitions(),
                rest.backups(),
                rest.announced());
    }

    private static SortedMap<Long, UptimeCounts> cells(JsonNode entries) {
        SortedMap<Long, UptimeCounts> cells = new TreeMap<>();
        entries.properties()
                .forEach(entry -> cells.put(
                        Long.valueOf(entry.getKey()),
                        new UptimeCounts(
                                entry.getValue().required("up").longValue(),
                                entry.getValue().required("down").longValue(),
                                entry.getValue().required("maintenance").longValue(),
                                entry.getValue().required("expected").longValue())));
        return cells;
    }

    private static FlapState flaps(JsonNode counters) {
        return new FlapState(
                counters.required("bad").intValue(),
                counters.required("good").intValue(),
                Instant.MIN,
                PlatformStatus.valueOf(
                        counters.required("confirmed").textValue().toUpperCase(Locale.ROOT)),
                Instant.MIN);
    }

    // {"U 2026-11-25T21:50:00Z": "1,2,3"}: ids by class and time.
    private static KnownMonitors monitors(JsonNode groups) {
        Map<MonitorId, KnownMonitor> monitors = new HashMap<>();
        groups.properties().forEach(group -> {
            String[] classAndTime = group.getKey().split(" ", 2);
            KnownMonitor remembered = new KnownMonitor(
                    CLASSES.get(classAndTime[0]), Instant.parse(classAndTime[1]), Instant.parse(classAndTime[1]));
            for (String id : group.getValue().textValue().split(",", -1)) {
                monitors.put(new MonitorId(id), remembered);
            }
        });
        return new KnownMonitors(monitors);
    }

    private static UptimeLedger ledger(JsonNode ledger) {
        TreeMap<Long, UptimeCounts> hours = new TreeMap<>();
        TreeMap<Long, UptimeCounts> days = new TreeMap<>();
        rows(ledger.required("hours"), (hour, text) -> hours.put(hour, cell(text)));
        rows(ledger.required("days"), (day, text) -> days.put(day, cell(text)));
        return new UptimeLedger(
                hours,
                days,
                time(ledger.required("sampled_at")),
                ledger.required("weight").longValue());
    }

    // Up, down, maintenance and unseen, without zeros at the end.
    private static UptimeCounts cell(String text) {
        String[] counts = (text + ",,,").split(",", -1);
        long up = count(counts[0]);
        long down = count(counts[1]);
        long maintenance = count(counts[2]);
        return new UptimeCounts(up, down, maintenance, up + down + maintenance + count(counts[3]));
    }

    private static long count(String text) {
        return text.isEmpty() ? 0 : Long.parseLong(text, BASE);
    }

    // The second of its hour, and the share.
    private static DailyFigures figures(JsonNode rows) {
        NavigableMap<Instant, BigDecimal> figures = new TreeMap<>();
        rows(rows, (hour, text) -> {
            String[] secondAndShare = text.split(" ", 2);
            figures.put(
                    Instant.ofEpochSecond(hour * HOUR + count(secondAndShare[0])), new BigDecimal(secondAndShare[1]));
        });
        return new DailyFigures(figures);
    }

    private static DailyHistory history(JsonNode rows) {
        TreeMap<LocalDate, ComponentStatus> worst = new TreeMap<>();
        rows(rows, (day, text) -> worst.put(LocalDate.ofEpochDay(day), ComponentStatus.of(status(text))));
        return new DailyHistory(worst);
    }

    // "2026-11-25T21:50:00Z OX"
    private static List<Transition> transitions(JsonNode texts) {
        List<Transition> transitions = new ArrayList<>();
        for (JsonNode text : texts) {
            String[] timeAndStatuses = text.textValue().split(" ", 2);
            transitions.add(new Transition(
                    Instant.parse(timeAndStatuses[0]),
                    status(timeAndStatuses[1].substring(0, 1)),
                    status(timeAndStatuses[1].substring(1))));
        }
        return transitions;
    }

    // A number between the texts is the hour or day of the next one.
    private static void rows(JsonNode array, BiConsumer<Long, String> row) {
        long position = -1;
        for (JsonNode entry : array) {
            if (entry.isTextual()) {
                row.accept(position++, entry.textValue());
            } else {
                position = entry.longValue();
            }
        }
    }

    private static PlatformStatus status(String letter) {
        return Objects.requireNonNull(STATUSES.get(letter), "status");
    }

    private static Instant time(JsonNode text) {
        return text.isNull() ? Instant.MIN : Instant.parse(text.textValue());
    }
}
