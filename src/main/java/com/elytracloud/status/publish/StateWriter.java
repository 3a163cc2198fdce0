package com.elytracloud.status.publish;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonGenerator;

import com.elytracloud.status.domain.BackupMemory;
import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorMemory;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.TenantMemory;
import com.elytracloud.status.domain.Transition;
import com.elytracloud.status.domain.UptimeCell;
import com.elytracloud.status.domain.UptimeLedger;

/** Writes the state key by key; the same state always gives the same bytes. */
final class StateWriter {
    private final JsonGenerator json;

    StateWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(RunState state) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", StateJson.SCHEMA);
        json.writeNumberField("seq", state.seq());
        writeTime("slot", state.slot());
        writeTime("written_at", state.writtenAt());
        writeDamping(state.flaps());
        writeMonitors(state.monitors());
        writeLedger(state.ledger());
        writeFigures(state.figures().shares());
        writeHistory(state.history().worst());
        writeTransitions(state.transitions());
        writeBackups(state.backups(), state.writtenAt());
        json.writeEndObject();
    }

    private void writeTime(String key, Instant at) throws IOException {
        if (at.equals(Instant.MIN)) {
            json.writeNullField(key);
        } else {
            json.writeStringField(key, ShortForms.wholeSeconds(at).toString());
        }
    }

    private void writeDamping(FlapState damping) throws IOException {
        json.writeObjectFieldStart("damping");
        json.writeNumberField("bad", damping.bad());
        json.writeNumberField("good", damping.good());
        json.writeNumberField("unknowns", 0);
        json.writeStringField("confirmed", damping.confirmed().name().toLowerCase(Locale.ROOT));
        json.writeEndObject();
    }

    // By class and instant, because a run sees nearly all of them at once: an id costs its own length and a comma.
    private void writeMonitors(MonitorMemory memory) throws IOException {
        SortedMap<String, List<MonitorId>> groups = memory.monitors().entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> ShortForms.of(entry.getValue().monitorClass()) + " "
                                + ShortForms.wholeSeconds(entry.getValue().observedAt()),
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        json.writeObjectFieldStart("monitors");
        for (Map.Entry<String, List<MonitorId>> group : groups.entrySet()) {
            json.writeStringField(
                    group.getKey(),
                    group.getValue().stream().sorted().map(MonitorId::value).collect(Collectors.joining(",")));
        }
        json.writeEndObject();
    }

    private void writeLedger(UptimeLedger ledger) throws IOException {
        json.writeObjectFieldStart("ledger");
        writeTime("sampled_at", ledger.sampledAt());
        json.writeNumberField("weight", ledger.weight());
        writeCells("hours", ledger.hours());
        writeCells("days", ledger.days());
        json.writeEndObject();
    }

    private void writeCells(String key, SortedMap<Long, UptimeCell> cells) throws IOException {
        json.writeArrayFieldStart(key);
        Rows rows = new Rows(json);
        for (Map.Entry<Long, UptimeCell> cell : cells.entrySet()) {
            rows.write(cell.getKey(), ShortForms.of(cell.getValue()));
        }
        json.writeEndArray();
    }

    private void writeFigures(SortedMap<Instant, BigDecimal> figures) throws IOException {
        json.writeArrayFieldStart("figures");
        Rows rows = new Rows(json);
        for (Map.Entry<Instant, BigDecimal> figure : figures.entrySet()) {
            long hour = Math.floorDiv(figure.getKey().getEpochSecond(), ShortForms.HOUR);
            rows.write(hour, ShortForms.figure(figure.getKey(), figure.getValue()));
        }
        json.writeEndArray();
    }

    private void writeHistory(SortedMap<LocalDate, PlatformStatus> worst) throws IOException {
        json.writeArrayFieldStart("history");
        Rows rows = new Rows(json);
        for (Map.Entry<LocalDate, PlatformStatus> day : worst.entrySet()) {
            rows.write(day.getKey().toEpochDay(), ShortForms.of(day.getValue()));
        }
        json.writeEndArray();
    }

    private void writeTransitions(List<Transition> transitions) throws IOException {
        json.writeArrayFieldStart("transitions");
        for (Transition transition : transitions) {
            json.writeString(ShortForms.of(transition));
        }
        json.writeEndArray();
    }

    // By place, of which there is one: two only until the tenants of a former one are forgotten.
    private void writeBackups(BackupMemory backups, Instant writtenAt) throws IOException {
        SortedMap<String, SortedMap<String, TenantMemory>> places = new TreeMap<>();
        backups.tenants()
                .forEach((name, tenant) -> places.computeIfAbsent(tenant.mark().place(), any -> new TreeMap<>())
                        .put(name, tenant));
        json.writeObjectFieldStart("backups");
        writeTime("begun", backups.begun());
        json.writeObjectFieldStart("places");
        for (Map.Entry<String, SortedMap<String, TenantMemory>> place : places.entrySet()) {
            json.writeObjectFieldStart(place.getKey());
            for (Map.Entry<String, TenantMemory> tenant : place.getValue().entrySet()) {
                json.writeStringField(tenant.getKey(), TenantForms.of(tenant.getValue(), writtenAt));
            }
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
