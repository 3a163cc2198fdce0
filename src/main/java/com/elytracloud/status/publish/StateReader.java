package com.elytracloud.status.publish;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import com.elytracloud.status.domain.BackupRun;
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.BackupState;
import com.elytracloud.status.domain.DailyFigures;
import com.elytracloud.status.domain.DailyHistory;
import com.elytracloud.status.domain.Damping;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorMemory;
import com.elytracloud.status.domain.MonitorMemory.Remembered;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.Transition;
import com.elytracloud.status.domain.UptimeCell;
import com.elytracloud.status.domain.UptimeLedger;

/** Reads the state, of this schema or an older one; whatever is impossible in it is an exception. */
final class StateReader {
    private static final int WITHOUT_FIGURES_AND_TENANTS = 1;
    private static final int WITH_NAMES_OF_TENANTS = 2;
    private static final int WITH_SERIES = 4;
    /** Far from the end of the numbers, so that the next ones still grow. */
    private static final long MOST = 1L << 53;

    private final StrictJson json;
    private final int schema;

    StateReader(StrictJson json, int schema) {
        this.json = json;
        this.schema = schema;
    }

    RunState read() {
        boolean older = schema == WITHOUT_FIGURES_AND_TENANTS;
        json.withExactly(keys());
        return new RunState(
                json.number("seq", 0, MOST),
                json.timeOrNever("slot"),
                json.timeOrNever("written_at"),
                damping(json.object("damping").withExactly("bad", "good", "unknowns", "confirmed")),
                monitors(json.object("monitors")),
                ledger(json.object("ledger").withExactly("sampled_at", "weight", "hours", "days")),
                older ? DailyFigures.NONE : figures(),
                history(),
                transitions(),
                backups());
    }

    private String[] keys() {
        List<String> keys = new ArrayList<>(List.of(
                "schema", "seq", "slot", "written_at", "damping", "monitors", "ledger", "history", "transitions"));
        if (schema > WITHOUT_FIGURES_AND_TENANTS) {
            keys.add("figures");
            keys.add(schema == WITH_NAMES_OF_TENANTS ? "tenants" : "backups");
        }
        keys.add("sha256");
        return keys.toArray(String[]::new);
    }

    private static Damping damping(StrictJson damping) {
        return new Damping(
                Math.toIntExact(damping.number("bad", 0, Damping.ENOUGH)),
                Math.toIntExact(damping.number("good", 0, Damping.ENOUGH)),
                Math.toIntExact(damping.number("unknowns", 0, Damping.ENOUGH)),
                damping.word("confirmed", PlatformStatus.class));
    }

    private static MonitorMemory monitors(StrictJson groups) {
        Map<MonitorId, Remembered> monitors = new HashMap<>();
        for (String group : groups.keys()) {
            String[] classAndTime = group.split(" ", 2);
            groups.require(classAndTime.length == 2, group, "is no class with a time");
            Remembered remembered =
                    new Remembered(ShortForms.monitorClass(classAndTime[0]), groups.time(group, classAndTime[1]));
            for (String id : groups.text(group).split(",", -1)) {
                groups.require(monitors.put(new MonitorId(id), remembered) == null, group, "names a monitor twice");
            }
        }
        return new MonitorMemory(monitors);
    }

    private static UptimeLedger ledger(StrictJson ledger) {
        return new UptimeLedger(
                cells(ledger.array("hours")),
                cells(ledger.array("days")),
                ledger.timeOrNever("sampled_at"),
                ledger.number("weight", 1, MOST));
    }

    private static SortedMap<Long, UptimeCell> cells(Iterable<JsonNode> array) {
        SortedMap<Long, UptimeCell> cells = new TreeMap<>();
        Rows.read(array, (text, position) -> putOnce(cells, position, ShortForms.cell(text)));
        return cells;
    }

    private DailyFigures figures() {
        TreeMap<Instant, BigDecimal> figures = new TreeMap<>();
        Rows.read(json.array("figures"), (text, hour) -> {
            ShortForms.Figure figure = ShortForms.figure(text, hour);
            putOnce(figures, figure.at(), figure.share());
        });
        return new DailyFigures(figures);
    }

    private DailyHistory history() {
        TreeMap<LocalDate, PlatformStatus> worst = new TreeMap<>();
        Rows.read(
                json.array("history"),
                (text, day) -> putOnce(worst, LocalDate.ofEpochDay(day), ShortForms.status(text)));
        return new DailyHistory(worst);
    }

    private List<Transition> transitions() {
        List<Transition> transitions = new ArrayList<>();
        for (JsonNode entry : json.array("transitions")) {
            json.require(entry.isTextual(), "transitions", "holds something else than texts");
            transitions.add(ShortForms.transition(entry.textValue()));
        }
        return transitions;
    }

    // What older schemas kept about backups was about folders.
    private BackupState backups() {
        if (schema < WITH_SERIES) {
            return BackupState.NONE;
        }
        StrictJson backups = json.object("backups").withExactly("source", "series");
        List<BackupSeries> series = new ArrayList<>();
        backups.array("series").forEach(each -> series.add(series(each)));
        return new BackupState(backups.text("source"), series);
    }

    private static BackupSeries series(JsonNode json) {
        List<BackupRun> runs = new ArrayList<>();
        JsonNode numbers = json.required("runs");
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            runs.add(new BackupRun(
                    Instant.ofEpochSecond(numbers.get(i).asLong()),
                    numbers.get(i + 1).asLong()));
        }
        return new BackupSeries(
                json.required("name").asText(),
                json.required("customer").asText(),
                Instant.ofEpochSecond(json.required("since").asLong()),
                runs,
                0,
                json.required("newest_key").asText());
    }

    private static <K, V> void putOnce(Map<K, V> map, K key, V value) {
        if (map.put(key, value) != null) {
            throw new IllegalArgumentException("an hour or a day is there twice");
        }
    }
}
