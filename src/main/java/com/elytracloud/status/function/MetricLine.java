package com.elytracloud.status.function;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One line of CloudWatch's embedded metric format: a JSON object that the log turns into metrics by itself.
 *
 * <p>CloudWatch drops what breaks its specification without a word: the dimension's value is a text, a metric's value a
 * number at the root, under a name that no other member has.
 */
final class MetricLine {
    private static final String NAMESPACE = "ElytraStatus";
    private static final String DIMENSION = "Function";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root = JSON.createObjectNode();
    private final ArrayNode metrics;

    MetricLine(String function, Instant at) {
        ObjectNode aws = root.putObject("_aws");
        aws.put("Timestamp", at.toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add(DIMENSION);
        metrics = directive.putArray("Metrics");
        root.put(DIMENSION, function);
    }

    MetricLine add(String name, Unit unit, long value) {
        metrics.addObject().put("Name", name).put("Unit", unit.word);
        root.put(name, value);
        return this;
    }

    /** Yes is one, no is zero: an alarm on the sum knows both from silence. */
    MetricLine add(String name, boolean yes) {
        return add(name, Unit.COUNT, yes ? 1 : 0);
    }

    /** A count for each word, named by this and the word: {@code MonitorsUp}. */
    <E extends Enum<E>> MetricLine addAll(String name, Unit unit, Map<E, Long> byWord) {
        List<E> words = byWord.keySet().stream().sorted().toList();
        words.forEach(word -> add(name + capitalised(word), unit, byWord.get(word)));
        return this;
    }

    private static String capitalised(Enum<?> word) {
        return word.name().charAt(0) + word.name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** Without any line break. */
    @Override
    public String toString() {
        return root.toString();
    }

    /** A unit as CloudWatch calls it. */
    enum Unit {
        COUNT("Count"),
        SECONDS("Seconds"),
        MILLISECONDS("Milliseconds");

        private final String word;

        Unit(String word) {
            this.word = word;
        }
    }
}
