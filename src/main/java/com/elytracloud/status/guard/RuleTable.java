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

    private final Map<String, String> shorthands = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, List<String>> block = new HashMap<>();
    private boolean areAddresses;

    private RuleTable() {}

    static List<Rule> read() {
        RuleTable table = new RuleTable();
        Resources.lines("rules.txt").forEach(table::add);
        table.finishRule();
        return List.copyOf(table.rules);
    }

    private void add(String line) {
        String[] parts = line.split("\\s+", 2);
        switch (parts[0]) {
            case "let" -> {
                String[] definition = parts[1].split(" ", 2);
                shorthands.put(definition[0], expand(definition[1]));
            }
            case "addresses" -> {
                finishRule();
                areAddresses = true;
            }
            default -> {
                if (parts[0].equals("rule")) {
                    finishRule();
                }
                block.computeIfAbsent(parts[0], key -> new ArrayList<>()).add(parts[1].strip());
            }
        }
    }

    private void finishRule() {
        if (!block.isEmpty()) {
            rules.add(new Rule(
                    one("rule"),
                    one("finds"),
                    expand(one("advice")),
                    patterns("pattern"),
                    patterns("unless"),
                    CHECKS.get(one("check")),
                    examples("refuse"),
                    examples("accept"),
                    areAddresses));
            block.clear();
        }
    }

    private String one(String key) {
        return String.join("", block.getOrDefault(key, List.of()));
    }

    private List<Pattern> patterns(String key) {
        return block.getOrDefault(key, List.of()).stream()
                .map(regex -> Pattern.compile(expand(regex)))
                .toList();
    }

    private List<String> examples(String key) {
        return block.getOrDefault(key, List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(" ¦ ")))
                .map(example -> ESCAPE.matcher(example)
                        .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16))))
                .toList();
    }

    private String expand(String text) {
        return SHORTHAND.matcher(text).replaceAll(found -> Matcher.quoteReplacement(shorthands.get(found.group(1))));
    }
}
