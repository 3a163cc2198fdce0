package com.elytracloud.status.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A state in the form of an earlier version. Its history goes on; what the first version knew of backups, and of monitors
 * for some minutes, is dropped. In the lists of that version a number is the hour or day of the text that follows, and
 * each further text is one later.
 */
final class OlderState {
    private static final int FIRST = 3;
    private static final int SECOND = 5;

    private static final int BASE = 36;
    private static final long HOUR = 3_600;
    private static final Map<Character, String> STATUSES =
            Map.of('O', "operational", 'D', "degraded", 'X', "outage", 'U', "unknown");

    private OlderState() {}

    /**
     * Moves what goes on into the state of a first run.
     *
     * @throws RuntimeException if something is not what that version wrote, or no version wrote that schema
     */
    static ObjectNode migrate(long schema, JsonNode old, ObjectNode state) {
        if (schema == FIRST) {
            return ofFirst(old, state);
        }
        if (schema == SECOND) {
            return (ObjectNode) expand(old.required("state"));
        }
        throw new IllegalArgumentException("no version wrote schema " + schema);
    }

    // Null stood for a time that never was, and equal counts in a row for one entry, such as "492000x24": [1, 0, 0, 1].
    private static JsonNode expand(JsonNode node) {
        if (node instanceof ArrayNode list) {
            list.forEach(OlderState::expand);
        } else if (node instanceof ObjectNode fields) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(fields.properties())) {
                String name = field.getKey();
                JsonNode value = expand(field.getValue());
                if (value.isArray() && name.matches("-?\\d+x\\d{1,5}")) {
                    fields.remove(name);
                    String[] startAndCount = name.split("x", -1);
                    for (int i = 0; i < Integer.parseInt(startAndCount[1]); i++) {
                        fields.set(Long.toString(Long.parseLong(startAndCount[0]) + i), value);
                    }
                } else if (value.isNull() && !name.equals("override")) {
                    fields.put(name, Instant.MIN.toString());
                }
            }
        }
        return node;
    }

    private static ObjectNode ofFirst(JsonNode old, ObjectNode state) {
        copy(old, state, List.of("seq", "slot", "written_at"));
        copy(old.required("damping"), (ObjectNode) state.required("flaps"), List.of("bad", "good", "confirmed"));
        // The second of its hour, and the share.
        ObjectNode shares = state.putObject("figures").putObject("shares");
        rows(old.required("figures")).forEach((hour, text) -> {
            String[] secondAndShare = text.split(" ", 2);
            Instant at = Instant.ofEpochSecond(hour * HOUR + Long.parseLong(secondAndShare[0], BASE));
            shares.put(at.toString(), new BigDecimal(secondAndShare[1]));
        });
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
            long count = counts[i].isEmpty() ? 0 : Long.parseLong(counts[i], BASE);
            sum += count;
            cell.add(i < 3 ? count : sum);
        }
    }

    private static String status(String text, int position) {
        return Objects.requireNonNull(STATUSES.get(text.charAt(position)));
    }
}
