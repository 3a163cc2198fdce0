package com.elytracloud.status.guard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code rules.txt}, the table of everything that is never published. */
final class RuleTable {
    private static final Pattern SHORTHAND = Pattern.compile("\\{([A-Z][A-Z0-9_]+)}");

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    private static final Map<String, BiPredicate<String, MatchResult>> CHECKS = Map.of(
            "",
            (text, found) -> true,
            "host",
            HostNames::isHost,
            "http-credential",
            (text, found) -> Randomness.isHttpCredential(found.group()),
            "random",
            (text, found) -> Randomness.isToken(found.group()),
            "strong",
            (text, found) -> Passwords.isStrong(found.group(1)),
            "assignment",
            Passwords::isAssignment,
            "password",
            Passwords::isPassword,
            "login",
            Passwords::isLogin);

    private RuleTable() {}

    static List<Rule> read() {
        Map<String, String> shorthands = new HashMap<>();
        List<Map<String, List<String>>> blocks = new ArrayList<>();
        int otherRules = 0;
        for (String line : Resources.lines("rules.txt").toList()) {
            String[] parts = line.split("\\s+", 2);
            switch (parts[0]) {
                case "let" -> {
                    String[] definition = parts[1].split(" ", 2);
                    shorthands.put(definition[0], expand(definition[1], shorthands));
                }
                case "addresses" -> otherRules = blocks.size();
                case "rule" -> blocks.add(new HashMap<>(Map.of("rule", List.of(parts[1].strip()))));
                default ->
                    blocks.get(blocks.size() - 1)
                            .computeIfAbsent(parts[0], key -> new ArrayList<>())
                            .add(expand(parts[1].strip(), shorthands));
            }
        }
        List<Rule> rules = new ArrayList<>();
        for (Map<String, List<String>> block : blocks) {
            rules.add(rule(block, rules.size() >= otherRules));
        }
        return List.copyOf(rules);
    }

    private static Rule rule(Map<String, List<String>> block, boolean isAddress) {
        return new Rule(
                one(block, "rule"),
                one(block, "finds"),
                one(block, "advice"),
                patterns(block, "pattern"),
                patterns(block, "unless"),
                CHECKS.get(one(block, "check")),
                examples(block, "refuse"),
                examples(block, "accept"),
                isAddress);
    }

    private static String one(Map<String, List<String>> block, String key) {
        return String.join("", block.getOrDefault(key, List.of()));
    }

    private static List<Pattern> patterns(Map<String, List<String>> block, String key) {
        return block.getOrDefault(key, List.of()).stream().map(Pattern::compile).toList();
    }

    private static List<String> examples(Map<String, List<String>> block, String key) {
        return block.getOrDefault(key, List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(" ¦ ")))
                .map(example -> ESCAPE.matcher(example)
                        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16))))
                .toList();
    }

    private static String expand(String text, Map<String, String> shorthands) {
        return SHORTHAND.matcher(text).replaceAll(found -> Matcher.quoteReplacement(shorthands.get(found.group(1))));
    }
}
