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
 * @param signs every match holds one of these letter by letter; empty where nothing can be said. Looking for them costs a
 *     hundredth of looking for the pattern, and most texts hold none
 * @param counts tells whether a candidate is one, where a pattern alone cannot
 * @param overLines whether words on both sides of a line break may form one
 * @param leaks texts that must be refused
 * @param innocent texts that look alike and must pass
 */
record LeakRule(
        String id,
        String meaning,
        Pattern pattern,
        List<String> signs,
        Predicate<String> counts,
        boolean overLines,
        List<String> leaks,
        List<String> innocent) {
    LeakRule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(meaning, "meaning");
        Objects.requireNonNull(pattern, "pattern");
        Objects.requireNonNull(counts, "counts");
        signs = List.copyOf(signs);
        leaks = List.copyOf(leaks);
        innocent = List.copyOf(innocent);
    }

    static LeakRule of(String id, String meaning, String pattern) {
        return new LeakRule(
                id, meaning, Pattern.compile(pattern), List.of(), found -> true, true, List.of(), List.of());
    }

    LeakRule signs(String... oneOfThem) {
        return new LeakRule(id, meaning, pattern, List.of(oneOfThem), counts, overLines, leaks, innocent);
    }

    LeakRule where(Predicate<String> alsoCounts) {
        return new LeakRule(id, meaning, pattern, signs, alsoCounts, overLines, leaks, innocent);
    }

    LeakRule withinALine() {
        return new LeakRule(id, meaning, pattern, signs, counts, false, leaks, innocent);
    }

    LeakRule refuses(String... examples) {
        return new LeakRule(id, meaning, pattern, signs, counts, overLines, List.of(examples), innocent);
    }

    LeakRule passes(String... examples) {
        return new LeakRule(id, meaning, pattern, signs, counts, overLines, leaks, List.of(examples));
    }

    boolean matches(String text) {
        return hasSign(text) && matchesPattern(text);
    }

    /** Whether the pattern finds it, signs or not: what the test of the signs compares with. */
    boolean matchesPattern(String text) {
        Matcher candidates = pattern.matcher(text);
        while (candidates.find()) {
            if (counts.test(candidates.group())) {
                return true;
            }
        }
        return false;
    }

    private boolean hasSign(String text) {
        for (String sign : signs) {
            if (text.contains(sign)) {
                return true;
            }
        }
        return signs.isEmpty();
    }
}
