package com.elytracloud.status.bench;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import com.elytracloud.status.bench.Figures.Figure;

/** The figures as tables in Markdown, ready for {@code docs/performance.md}. */
final class ColdTables {
    private static final List<Figure> COLUMNS = List.of(
            Figure.COLD,
            Figure.PROCESSOR,
            Figure.START,
            Figure.FIRST,
            Figure.SECOND,
            Figure.WARM,
            Figure.LATE,
            Figure.MEMORY,
            Figure.CLASSES,
            Figure.SHARED);

    private ColdTables() {}

    static void print(Map<Competitor, Figures> measured) {
        System.out.println(
                "| | cold, ms | middle half | processor, ms | start | first | 2nd | 2nd to 100th | last 20 | memory, MiB |"
                        + " classes | of them archived |");
        System.out.println("| --- |" + " --- |".repeat(COLUMNS.size() + 1));
        measured.forEach(ColdTables::line);
    }

    private static void line(Competitor competitor, Figures figures) {
        StringBuilder line = new StringBuilder("| " + competitor.name() + " |");
        for (Figure figure : COLUMNS) {
            line.append(cell(figures.median(figure), figure));
            if (figure == Figure.COLD) {
                line.append(spread(figures));
            }
        }
        System.out.println(line);
    }

    private static String cell(OptionalDouble value, Figure figure) {
        boolean fine =
                figure == Figure.SECOND || figure == Figure.WARM || figure == Figure.LATE || figure == Figure.FIRST;
        return value.isEmpty() ? " |" : (fine ? " %.1f |" : " %,.0f |").formatted(value.getAsDouble());
    }

    private static String spread(Figures figures) {
        OptionalDouble low = figures.quantile(Figure.COLD, 0.25);
        return low.isEmpty()
                ? " |"
                : " %,.0f–%,.0f |"
                        .formatted(
                                low.getAsDouble(),
                                figures.quantile(Figure.COLD, 0.75).orElseThrow());
    }
}
