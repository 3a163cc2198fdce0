package com.elytracloud.status.state;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;

import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeLedger;

/**
 * A ledger as JSON: equal cells in a row are one entry with the first position and their number, such as {@code
 * "492000x24": [3600, 0, 0, 3600]}. Without that the hours of thirty components would be most of the state.
 */
record LedgerForm(Map<String, UptimeCounts> hours, Map<String, UptimeCounts> days, Instant sampledAt, long weight) {
    private static final String TIMES = "x";
    private static final int MOST = 10_000;

    private static Map<String, UptimeCounts> rows(SortedMap<Long, UptimeCounts> cells) {
        TreeMap<Long, Long> counts = new TreeMap<>();
        cells.forEach((position, cell) ->
                counts.merge(cell.equals(cells.get(position - 1)) ? counts.lastKey() : position, 1L, Long::sum));
        Map<String, UptimeCounts> rows = new TreeMap<>();
        counts.forEach((first, count) -> rows.put(first + TIMES + count, cells.get(first)));
        return rows;
    }

    private static SortedMap<Long, UptimeCounts> cells(Map<String, UptimeCounts> rows) {
        SortedMap<Long, UptimeCounts> cells = new TreeMap<>();
        rows.forEach((firstAndCount, cell) -> {
            String[] parts = firstAndCount.split(TIMES, 2);
            for (int i = 0; i < Math.min(MOST, Integer.parseInt(parts[1])); i++) {
                cells.put(Long.parseLong(parts[0]) + i, cell);
            }
        });
        return cells;
    }

    /** What Jackson applies to a ledger. */
    @JsonSerialize(converter = Writer.class)
    @JsonDeserialize(converter = Reader.class)
    interface Annotations {}

    static final class Writer extends StdConverter<UptimeLedger, LedgerForm> {
        @Override
        public LedgerForm convert(UptimeLedger ledger) {
            return new LedgerForm(rows(ledger.hours()), rows(ledger.days()), ledger.sampledAt(), ledger.weight());
        }
    }

    static final class Reader extends StdConverter<LedgerForm, UptimeLedger> {
        @Override
        public UptimeLedger convert(LedgerForm form) {
            return new UptimeLedger(cells(form.hours), cells(form.days), form.sampledAt, form.weight);
        }
    }
}
