package com.elytracloud.status.publish;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

import com.elytracloud.status.domain.BackupMemory;
import com.elytracloud.status.domain.DailyFigures;
import com.elytracloud.status.domain.DailyHistory;
import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.ListingMark;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorMemory;
import com.elytracloud.status.domain.MonitorMemory.Remembered;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.TenantMemory;
import com.elytracloud.status.domain.Transition;
import com.elytracloud.status.domain.UptimeCell;
import com.elytracloud.status.domain.UptimeLedger;

/** Reads the state, of this schema or an older one; whatever is impossible in it is an exception. */
final class StateReader {
    private static final int WITHOUT_FIGURES_AND_TENANTS = 1;
    private static final int WITH_NAMES_OF_TENANTS = 2;
    /** Far from the end of the numbers, so that the next ones still grow. */
    private static final long MOST = 1L << 53;
    /** The end of the year 9999. */
    private static final long LAST_SECOND = 253_402_300_799L;

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
                java.util.Map.of(),
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

    private static FlapState damping(StrictJson damping) {
        return new FlapState(
                Math.toIntExact(damping.number("bad", 0, FlapState.ENOUGH)),
                Math.toIntExact(damping.number("good", 0, FlapState.ENOUGH)),
                java.time.Instant.MIN,
                damping.word("confirmed", PlatformStatus.class),
                java.time.Instant.MIN);
    }

    private static MonitorMemory monitors(StrictJson groups) {
        Map<MonitorId, Remembered> monitors = new HashMap<>();
        for (String group : groups.keys()) {
            String[] classAndTime = group.split(" ", 2);
            groups.require(classAndTime.length == 2, group, "is no class with a time");
            Remembered remembered = new Remembered(
                    ShortForms.monitorClass(classAndTime[0]),
                    groups.time(group, classAndTime[1]),
                    groups.time(group, classAndTime[1]));
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

    private BackupMemory backups() {
        return switch (schema) {
            case WITHOUT_FIGURES_AND_TENANTS -> BackupMemory.NONE;
            case WITH_NAMES_OF_TENANTS -> namesOnly(json.object("tenants"));
            default -> backups(json.object("backups").withExactly("begun", "places"));
        };
    }

    // What was there when it was written was seen then; nothing is known of how to look on.
    private BackupMemory namesOnly(StrictJson since) {
        LocalDate seen = LocalDate.ofInstant(json.time("written_at"), ZoneOffset.UTC);
        Map<String, TenantMemory> tenants = new HashMap<>();
        for (String tenant : since.keys()) {
            Instant first = Instant.ofEpochSecond(since.number(tenant, 0, LAST_SECOND));
            tenants.put(tenant, new TenantMemory(first, seen, ListingMark.NONE));
        }
        return new BackupMemory(Instant.MIN, tenants);
    }

    private BackupMemory backups(StrictJson backups) {
        StrictJson places = backups.object("places");
        Map<String, TenantMemory> tenants = new HashMap<>();
        for (String place : places.keys()) {
            StrictJson texts = places.object(place);
            for (String name : texts.keys()) {
                TenantMemory tenant = TenantForms.tenant(texts.text(name), place, json.time("written_at"));
                texts.require(tenants.put(name, tenant) == null, "", "holds a tenant that is at another place too");
            }
        }
        return new BackupMemory(backups.timeOrNever("begun"), tenants);
    }

    private static <K, V> void putOnce(Map<K, V> map, K key, V value) {
        if (map.put(key, value) != null) {
            throw new IllegalArgumentException("an hour or a day is there twice");
        }
    }
}
