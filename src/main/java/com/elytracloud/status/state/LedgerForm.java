package com.elytracloud.status.state;

import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeLedger;

/**
 * A ledger as JSON: equal cells in a row are one entry with the first position and their number, such as {@code
 * "492000x24": [3600, 0, 0, 3600]}. Without that the hours of thirty components would be most of the state.
 */
final class LedgerForm {
    private static final String TIMES = "x";

    private LedgerForm() {}

    /** Writes a ledger. */
    static final class Writer extends StdSerializer<UptimeLedger> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(UptimeLedger.class);
        }

        @Override
        public void serialize(UptimeLedger ledger, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            cells("hours", ledger.hours(), json);
            cells("days", ledger.days(), json);
            json.writeFieldName("sampled_at");
            provider.defaultSerializeValue(ledger.sampledAt(), json);
            json.writeNumberField("weight", ledger.weight());
            json.writeEndObject();
        }

        private static void cells(String name, SortedMap<Long, UptimeCounts> cells, JsonGenerator json)
                throws IOException {
            json.writeObjectFieldStart(name);
            Iterator<Map.Entry<Long, UptimeCounts>> rest = cells.entrySet().iterator();
            Map.Entry<Long, UptimeCounts> next = rest.hasNext() ? rest.next() : null;
            while (next != null) {
                Map.Entry<Long, UptimeCounts> first = next;
                long count = 0;
                while (next != null
                        && next.getKey() == first.getKey() + count
                        && next.getValue().equals(first.getValue())) {
                    count++;
                    next = rest.hasNext() ? rest.next() : null;
                }
                cell(first.getKey() + TIMES + count, first.getValue(), json);
            }
            json.writeEndObject();
        }

        private static void cell(String position, UptimeCounts cell, JsonGenerator json) throws IOException {
            json.writeFieldName(position);
            json.writeArray(new long[] {cell.up(), cell.down(), cell.maintenance(), cell.expected()}, 0, 4);
        }
    }

    /** Reads a ledger. */
    static final class Reader extends StdDeserializer<UptimeLedger> {
        private static final long serialVersionUID = 1L;
        private static final int MOST = 10_000;

        Reader() {
            super(UptimeLedger.class);
        }

        @Override
        public UptimeLedger deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode tree = context.readTree(json);
            try {
                JsonNode sampledAt = tree.required("sampled_at");
                return new UptimeLedger(
                        cells(tree.required("hours")),
                        cells(tree.required("days")),
                        sampledAt.isNull() ? Instant.MIN : Instant.parse(sampledAt.textValue()),
                        tree.required("weight").longValue());
            } catch (RuntimeException e) {
                // A missing key, or a wrong type, number or time.
                return context.reportInputMismatch(UptimeLedger.class, "is no ledger");
            }
        }

        private static SortedMap<Long, UptimeCounts> cells(JsonNode entries) {
            SortedMap<Long, UptimeCounts> cells = new TreeMap<>();
            entries.properties().forEach(entry -> {
                String[] firstAndCount = entry.getKey().split(TIMES, 2);
                long first = Long.parseLong(firstAndCount[0]);
                int count = Math.min(MOST, Integer.parseInt(firstAndCount[1]));
                JsonNode cell = entry.getValue();
                UptimeCounts value = new UptimeCounts(
                        cell.required(0).longValue(),
                        cell.required(1).longValue(),
                        cell.required(2).longValue(),
                        cell.required(3).longValue());
                for (int i = 0; i < count; i++) {
                    cells.put(first + i, value);
                }
            });
            return cells;
        }
    }
}
