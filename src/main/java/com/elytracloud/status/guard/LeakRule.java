package com.elytracloud.status.guard;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of thing that must not leave, wherever it stands.
 *
 * @param id what a finding and {@code docs/guard.md} call it
 * @param meaning what was found, for the operator
 * @param pattern finds candidates
 * @param counts tells whether a candidate is one, where a pattern alone cannot
 * @param overLines whether words on both sides of a line break may form one
 * @param leaks texts that must be refused
 * @param innocent texts that look alike and must pass
 */
record LeakRule(
        String id,
        String meaning,
        Pattern pattern,
        Predicate<String> counts,
        boolean overLines,
        List<String> leaks,
        List<String> innocent) {
    LeakRule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(counts, "counts");
        leaks = List.copyOf(leaks);
        innocent = List.copyOf(innocent);
    }

    static LeakRule of(String id, String meaning, String pattern) {
        return new LeakRule(id, meaning, Pattern.compile(pattern), found -> true, true, List.of(), List.of());
    }

    LeakRule where(Predicate<String> alsoCounts) {
        return new LeakRule(id, meaning, pattern, alsoCounts, overLines, leaks, innocent);
    }

    LeakRule withinALine() {
        return new LeakRule(id, meaning, pattern, counts, false, leaks, innocent);
    }

    LeakRule refuses(String... examples) {
        return new LeakRule(id, meaning, pattern, counts, overLines, List.of(examples), innocent);
    }

    LeakRule passes(String... examples) {
        return new LeakRule(id, meaning, pattern, counts, overLines, leaks, List.of(examples));
    }

    boolean matches(String text) {
        Matcher candidates = pattern.matcher(text);
        while (candidates.find()) {
            if (counts.test(candidates.group())) {
                return true;
            }
        }
        return false;
    }
}
