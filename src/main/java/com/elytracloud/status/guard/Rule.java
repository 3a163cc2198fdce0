package com.elytracloud.status.guard;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of content that is never published.
 *
 * @param id the name that messages and {@code docs/guard.md} use
 * @param reason what was found
 * @param advice what the author should do
 * @param pattern finds candidates in a normalized text
 * @param counts decides on a candidate, given the whole text, where the pattern alone cannot
 * @param refused example texts that break the rule
 * @param accepted similar texts that do not
 */
record Rule(
        String id,
        String reason,
        String advice,
        Pattern pattern,
        BiPredicate<String, MatchResult> counts,
        List<String> refused,
        List<String> accepted) {

    static Rule of(String id, String reason, String advice, String regex) {
        return new Rule(id, reason, advice, Pattern.compile(regex), (text, found) -> true, List.of(), List.of());
    }

    Rule where(BiPredicate<String, MatchResult> alsoCounts) {
        return new Rule(id, reason, advice, pattern, alsoCounts, refused, accepted);
    }

    Rule refuses(String... examples) {
        return new Rule(id, reason, advice, pattern, counts, List.of(examples), accepted);
    }

    Rule accepts(String... examples) {
        return new Rule(id, reason, advice, pattern, counts, refused, List.of(examples));
    }

    boolean isBrokenBy(String text) {
        Matcher candidates = pattern.matcher(text);
        while (candidates.find()) {
            if (counts.test(text, candidates.toMatchResult())) {
                return true;
            }
        }
        return false;
    }
}
