package com.elytracloud.status.kuma;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the Prometheus text format after the name of the metric: {@code {label="value",...} value [timestamp]}.
 *
 * @param labels those before the first malformed one
 * @param value empty if the line is malformed
 */
record Sample(Map<String, String> labels, String value) {
    private static final Pattern OPEN = Pattern.compile("[ \t]*\\{");
    private static final Pattern CLOSE = Pattern.compile("[ \t]*}");
    /** A value may hold braces, commas and, escaped, quotes, backslashes and line feeds. */
    private static final Pattern LABEL =
            Pattern.compile("[ \t]*(\\w+)[ \t]*=[ \t]*\"((?:[^\"\\\\]++|\\\\.)*+)\"", Pattern.DOTALL);

    private static final Pattern SEPARATOR = Pattern.compile("[ \t]*(?:,|(?=}))");

    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\\"n])");
    /** Uptime Kuma writes no timestamp. */
    private static final Pattern VALUE = Pattern.compile("[ \t]*([^ \t]+)(?:[ \t]+[^ \t]+)?[ \t]*");

    /** Reads the line from behind the name of the metric. */
    static Sample parse(String line, int from) {
        Map<String, String> labels = new HashMap<>();
        Matcher rest = OPEN.matcher(line).region(from, line.length());
        if (rest.lookingAt()) {
            rest.region(rest.end(), line.length());
            while (rest.usePattern(LABEL).lookingAt()) {
                labels.put(rest.group(1), unescaped(rest.group(2)));
                rest.region(rest.end(), line.length());
                if (!rest.usePattern(SEPARATOR).lookingAt()) {
                    return new Sample(labels, "");
                }
                rest.region(rest.end(), line.length());
            }
            if (!rest.usePattern(CLOSE).lookingAt()) {
                return new Sample(labels, "");
            }
            rest.region(rest.end(), line.length());
        }
        return new Sample(labels, rest.usePattern(VALUE).matches() ? rest.group(1) : "");
    }

    private static String unescaped(String value) {
        return value.indexOf('\\') < 0
                ? value
                : ESCAPE.matcher(value)
                        .replaceAll(escape ->
                                Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1)));
    }
}
