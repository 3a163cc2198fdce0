package com.elytracloud.status.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Finds the lines of CloudWatch's embedded metric format in a log, and holds them against its specification: what breaks
 * that is dropped there without a word.
 */
public final class MetricLines {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_METRICS = 100;
    private static final int MOST_DIMENSIONS = 30;
    private static final int LONGEST_NAME = 1024;
    private static final Set<String> UNITS =
            Set.of("Seconds", "Microseconds", "Milliseconds", "Bytes", "Percent", "Count", "Count/Second", "None");

    private MetricLines() {}

    /** Each line that is such an object as a whole; the log's own words before or after would hide it from CloudWatch. */
    public static List<JsonNode> in(String log) {
        List<JsonNode> found = new ArrayList<>();
        for (String line : log.split("\n", -1)) {
            if (line.contains("\"_aws\"")) {
                try {
                    found.add(MAPPER.readTree(line));
                } catch (IOException e) {
                    throw new AssertionError("not JSON by itself: " + line, e);
                }
            }
        }
        return found;
    }

    /** What breaks the specification; empty if nothing does. */
    public static List<String> violations(JsonNode line) {
        List<String> violations = new ArrayList<>();
        JsonNode aws = line.path("_aws");
        require(line.isObject() && aws.isObject(), "the root is an object with an object _aws", violations);
        require(aws.path("Timestamp").isIntegralNumber(), "Timestamp is a whole number", violations);
        require(
                aws.path("Timestamp").asLong() > 1_000_000_000_000L,
                "Timestamp is in milliseconds, not seconds",
                violations);
        JsonNode directives = aws.path("CloudWatchMetrics");
        require(directives.isArray() && !directives.isEmpty(), "CloudWatchMetrics is an array", violations);
        Set<String> names = new HashSet<>();
        directives.forEach(directive -> check(line, directive, names, violations));
        return violations;
    }

    private static void check(JsonNode line, JsonNode directive, Set<String> names, List<String> violations) {
        require(isName(directive.path("Namespace")), "Namespace is a text", violations);
        JsonNode sets = directive.path("Dimensions");
        require(sets.isArray() && !sets.isEmpty(), "Dimensions is an array of sets", violations);
        for (JsonNode set : sets) {
            require(set.isArray() && set.size() <= MOST_DIMENSIONS, "a set has at most 30 dimensions", violations);
            for (JsonNode dimension : set) {
                require(
                        isName(dimension) && isName(line.path(dimension.asText())),
                        "the value of %s is a text at the root".formatted(dimension),
                        violations);
                names.add(dimension.asText());
            }
        }
        JsonNode metrics = directive.path("Metrics");
        require(metrics.isArray() && metrics.size() <= MOST_METRICS, "there are at most 100 metrics", violations);
        for (JsonNode metric : metrics) {
            String name = metric.path("Name").asText();
            require(isName(metric.path("Name")) && names.add(name), "%s stands once".formatted(name), violations);
            require(UNITS.contains(metric.path("Unit").asText()), "%s has a unit".formatted(name), violations);
            require(line.path(name).isNumber(), "%s is a number at the root".formatted(name), violations);
        }
    }

    private static boolean isName(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() && node.asText().length() <= LONGEST_NAME;
    }

    private static void require(boolean holds, String rule, List<String> violations) {
        if (!holds) {
            violations.add("not so: " + rule);
        }
    }
}
