package com.elytracloud.status.guard;

import java.util.List;
import java.util.Locale;
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
 * @param least no match is shorter, in characters
 * @param signs every match holds one of these, in whatever case; empty where nothing can be said. Looking for them costs
 *     a hundredth of looking for the pattern, and most texts hold none
 * @param counts tells whether a candidate is one, where a pattern alone cannot
 * @param overLines whether words on both sides of a line break may form one
 * @param leaks texts that must be refused
 * @param innocent texts that look alike and must pass
 */
record LeakRule(
        String id,
        String meaning,
        Pattern pattern,
        int least,
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
        signs = signs.stream().map(sign -> sign.toLowerCase(Locale.ROOT)).toList();
        leaks = List.copyOf(leaks);
        innocent = List.copyOf(innocent);
    }

    static LeakRule of(String id, String meaning, String pattern) {
        return new LeakRule(
                id, meaning, Pattern.compile(pattern), 1, List.of(), found -> true, true, List.of(), List.of());
    }

    LeakRule least(int characters) {
        return new LeakRule(id, meaning, pattern, characters, signs, counts, overLines, leaks, innocent);
    }

    LeakRule signs(String... oneOfThem) {
        return new LeakRule(id, meaning, pattern, least, List.of(oneOfThem), counts, overLines, leaks, innocent);
    }

    LeakRule where(Predicate<String> alsoCounts) {
        return new LeakRule(id, meaning, pattern, least, signs, alsoCounts, overLines, leaks, innocent);
    }

    LeakRule withinALine() {
        return new LeakRule(id, meaning, pattern, least, signs, counts, false, leaks, innocent);
    }

    LeakRule refuses(String... examples) {
        return new LeakRule(id, meaning, pattern, least, signs, counts, overLines, List.of(examples), innocent);
    }

    LeakRule passes(String... examples) {
        return new LeakRule(id, meaning, pattern, least, signs, counts, overLines, leaks, List.of(examples));
    }

    boolean matches(String text) {
        return matches(text, text.toLowerCase(Locale.ROOT));
    }

    /** @param small the text in small letters: who holds many rules against it makes them once */
    boolean matches(String text, String small) {
        return text.length() >= least && hasSign(small) && matchesPattern(text);
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

    private boolean hasSign(String small) {
        for (String sign : signs) {
            if (small.contains(sign)) {
                return true;
            }
        }
        return signs.isEmpty();
    }
}
