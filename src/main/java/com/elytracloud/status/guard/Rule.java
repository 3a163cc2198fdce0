package com.elytracloud.status.guard;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of content that is never published; {@code rules.txt} explains each part.
 *
 * @param excuses tested on a candidate with the text before it
 * @param check decides on a candidate, given the whole text
 * @param isAddress whether the company's own addresses are excluded
 */
record Rule(
        String id,
        String reason,
        String advice,
        List<Pattern> patterns,
        List<Pattern> excuses,
        BiPredicate<String, MatchResult> check,
        List<String> refused,
        List<String> accepted,
        boolean isAddress) {
    private static final int CONTEXT = 80;

    boolean isBrokenBy(String text) {
        return patterns.stream().anyMatch(pattern -> isBrokenBy(text, pattern.matcher(text)));
    }

    private boolean isBrokenBy(String text, Matcher candidates) {
        while (candidates.find()) {
            if (check.test(text, candidates) && !isExcused(text, candidates)) {
                return true;
            }
        }
        return false;
    }

    private boolean isExcused(String text, MatchResult found) {
        String withContext = text.substring(Math.max(0, found.start() - CONTEXT), found.end());
        return excuses.stream().anyMatch(excuse -> excuse.matcher(withContext).find());
    }

    @Override
    public String toString() {
        return id;
    }
}
