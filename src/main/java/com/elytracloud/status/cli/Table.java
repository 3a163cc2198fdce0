package com.elytracloud.status.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in aligned columns, safe for a terminal regardless of the contents. */
final class Table {
    private static final int MAX_WIDTH = 60;

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; characters that steer a terminal or turn its direction are shown as a dot, and null as a dash. */
    Table row(Object... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> cell == null ? "-" : cell.toString().replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "·"))
                .toList());
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size() - 1; column++) {
                String cell = row.get(column);
                line.append(cell).append(" ".repeat(Math.max(0, width(column) - cell.length()) + 2));
            }
            line.append(row.get(row.size() - 1));
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        int widest = rows.stream()
                .filter(row -> row.size() > column + 1)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
        return Math.min(MAX_WIDTH, widest);
    }
}
