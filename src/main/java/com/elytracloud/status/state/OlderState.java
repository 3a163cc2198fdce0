package com.elytracloud.status.state;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The state as the first version wrote it. Its history goes on; what it knew for some minutes or of backups is dropped.
 * In its lists a number is the hour or day of the text that follows, and each further text is one later.
 */
final class OlderState {
    static final int SCHEMA = 3;

    private static final Map<Character, String> STATUSES =
            Map.of('O', "operational", 'D', "degraded", 'X', "outage", 'U', "unknown");

    private OlderState() {}

    /**
     * Moves what goes on into the state of a first run.
     *
     * @throws RuntimeException if something is not what that version wrote
     */
    static ObjectNode migrate(JsonNode old, ObjectNode state) {
        copy(old, state, List.of("seq", "slot", "written_at"));
        ObjectNode ledger = (ObjectNode) state.required("ledger");
        copy(old.required("ledger"), ledger, List.of("sampled_at", "weight"));
        for (String name : List.of("hours", "days")) {
            ObjectNode cells = ledger.putObject(name);
            rows(old.required("ledger").required(name))
                    .forEach((position, text) -> count(cells.putArray(position.toString()), text));
        }
        ObjectNode worst = state.putObject("history").putObject("worst");
        rows(old.required("history"))
                .forEach((day, text) -> worst.put(LocalDate.ofEpochDay(day).toString(), status(text, 0)));
        ArrayNode transitions = state.putArray("transitions");
        for (JsonNode transition : old.required("transitions")) {
            // "2026-11-25T21:50:00Z OX"
            String[] parts = transition.textValue().split(" ", 2);
            transitions
                    .addObject()
                    .put("at", parts[0])
                    .put("from", status(parts[1], 0))
                    .put("to", status(parts[1], 1));
        }
        return state;
    }

    // Null stood for never.
    private static void copy(JsonNode from, ObjectNode to, List<String> names) {
        names.stream().filter(name -> !from.required(name).isNull()).forEach(name -> to.set(name, from.get(name)));
    }

    private static Map<Long, String> rows(JsonNode list) {
        Map<Long, String> rows = new TreeMap<>();
        long position = -1;
        for (JsonNode entry : list) {
            if (entry.isIntegralNumber()) {
                position = entry.longValue();
            } else {
                rows.put(position++, Objects.requireNonNull(entry.textValue()));
            }
        }
        return rows;
    }

    // Up, down, maintenance and unseen in base 36, without zeros at the end; the last becomes the sum of all.
    private static void count(ArrayNode cell, String text) {
        String[] counts = (text + ",,,").split(",", -1);
        long sum = 0;
        for (int i = 0; i < 4; i++) {
            long count = counts[i].isEmpty() ? 0 : Long.parseLong(counts[i], 36);
            sum += count;
            cell.add(i < 3 ? count : sum);
        }
    }

    private static String status(String text, int position) {
        return Objects.requireNonNull(STATUSES.get(text.charAt(position)));
    }
}
