package com.elytracloud.status.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in aligned columns, safe for a terminal regardless of the contents. */
final class Table {
    private static final int MAX_WIDTH = 60;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a row; characters that steer a terminal or turn its direction are shown as a dot, and null as a dash. */
    Table row(Object... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> printable(cell == null ? "-" : cell.toString()))
                .toList());
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                boolean last = column == row.size() - 1;
                line.append(last ? row.get(column) : padded(row.get(column), width(column)) + GAP);
            }
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

    private static String padded(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - cell.length()));
    }

    private static String printable(String cell) {
        StringBuilder safe = new StringBuilder();
        cell.codePoints().map(c -> isSafe(c) ? c : '·').forEach(safe::appendCodePoint);
        return safe.toString();
    }

    private static boolean isSafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
