package com.elytracloud.status.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.elytracloud.status.run.TextGuard.BrokenRule;

/**
 * One kind of content that is never published; {@code rules.txt} is the table of them and explains each part.
 *
 * @param excuses tested on a candidate with the text before it
 * @param isAddress whether the company's own addresses are excluded
 * @param parts the other parts by name
 */
record Rule(String id, boolean isAddress, List<Pattern> patterns, List<Pattern> excuses, Map<String, String> parts) {
    private static final Pattern SHORTHAND = Pattern.compile("\\{([A-Z][A-Z0-9_]+)}");
    private static final int CONTEXT = 80;

    /** Every rule of the table. */
    static final List<Rule> ALL = table();

    static List<Rule> table() {
        Map<String, String> shorthands = new HashMap<>();
        List<Rule> rules = new ArrayList<>();
        boolean isAddress = false;
        for (String line : Words.lines("rules.txt").toList()) {
            String key = line.replaceFirst("\\s.*", "");
            String value = SHORTHAND
                    .matcher(line.substring(key.length()).strip())
                    .replaceAll(name -> Matcher.quoteReplacement(shorthands.get(name.group(1))));
            switch (key) {
                case "let" -> shorthands.put(value.replaceFirst(" .*", ""), value.replaceFirst("\\S+ ", ""));
                case "addresses" -> isAddress = true;
                case "rule" ->
                    rules.add(new Rule(value, isAddress, new ArrayList<>(), new ArrayList<>(), new HashMap<>()));
                case "pattern" -> rules.get(rules.size() - 1).patterns.add(Pattern.compile(value));
                case "unless" -> rules.get(rules.size() - 1).excuses.add(Pattern.compile(value));
                default -> rules.get(rules.size() - 1).parts.put(key, value);
            }
        }
        return rules;
    }

    /** Whether a text contains a credential that is recognised by its form. */
    static boolean isToken(String plain) {
        return ALL.stream().takeWhile(rule -> !rule.id().equals("assignment")).anyMatch(rule -> rule.isBrokenBy(plain));
    }

    /** What it is and what to do, without the text. */
    BrokenRule broken() {
        return new BrokenRule(id, parts.get("finds"), parts.get("advice"));
    }

    boolean isBrokenBy(String text) {
        return patterns.stream()
                .flatMap(pattern -> pattern.matcher(text).results())
                .anyMatch(found -> isConfirmed(text, found) && !isExcused(text, found));
    }

    private boolean isConfirmed(String text, MatchResult found) {
        String check = parts.getOrDefault("check", "");
        return switch (check) {
            case "" -> true;
            case "host" -> HostNames.isHost(text, found);
            case "http-credential" -> Credentials.isHttpCredential(found.group());
            case "random" -> Credentials.isToken(found.group());
            case "strong" -> Credentials.isStrong(found.group(1));
            case "assignment" -> Credentials.isAssignment(found);
            case "password" -> Credentials.isPassword(text, found);
            case "login" -> Credentials.isLogin(text, found);
            default -> throw new IllegalStateException("rules.txt has the unknown check " + check);
        };
    }

    private boolean isExcused(String text, MatchResult found) {
        String withContext = text.substring(Math.max(0, found.start() - CONTEXT), found.end());
        return excuses.stream().anyMatch(excuse -> excuse.matcher(withContext).find());
    }
}
