package com.elytracloud.status.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * How Lambda reads a standard SQS queue with a batching window: a poller's window opens with the first message it receives,
 * and at its end all that were received until then are one invocation. Retries are not modelled.
 */
public final class QueueModel {
    /** As Terraform sets it. */
    public static final Duration WINDOW = Duration.ofSeconds(10);

    private QueueModel() {}

    /**
     * One invocation.
     *
     * @param at when it is due
     * @param receivedAt of each message
     */
    public record Batch(Instant at, List<Instant> receivedAt) {
        /** As Lambda hands it over. */
        public String event() {
            List<String> records = receivedAt.stream()
                    .map(received -> """
                            {"eventSource":"aws:sqs","body":"run",
                             "attributes":{"ApproximateFirstReceiveTimestamp":"%d"}}""".formatted(received.toEpochMilli()))
                    .toList();
            return "{\"Records\":[" + String.join(",", records) + "]}";
        }
    }

    /** The invocations of one poller for messages that become visible at these instants. */
    public static List<Batch> poll(Collection<Instant> visible) {
        List<Batch> batches = new ArrayList<>();
        List<Instant> open = new ArrayList<>();
        for (Instant message :
                visible.stream().sorted(Comparator.naturalOrder()).toList()) {
            if (!open.isEmpty() && message.isAfter(open.get(0).plus(WINDOW))) {
                batches.add(new Batch(open.get(0).plus(WINDOW), List.copyOf(open)));
                open.clear();
            }
            open.add(message);
        }
        if (!open.isEmpty()) {
            batches.add(new Batch(open.get(0).plus(WINDOW), List.copyOf(open)));
        }
        return batches;
    }
}
