package com.elytracloud.status.function;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.funqy.Funq;
import org.jboss.logging.Logger;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.run.AlertedRun;
import com.elytracloud.status.run.RunReport;
import com.elytracloud.status.run.RunRequest;

/** The target of the schedule and of the queue: one whole run. */
@Singleton
public final class StatusFunction {
    private static final Logger LOG = Logger.getLogger(StatusFunction.class);
    private static final Duration EARLY = Duration.ofMinutes(5);
    /** A message is received two seconds after the notification at the earliest, and by then the new state is stored. */
    private static final Duration STORED_BEFORE = Duration.ofSeconds(1);

    private final Settings settings;
    private final AlertedRun run;
    private final Clock clock;
    private final SecretRefresher secrets;
    private final String name;
    /** When the last run of this process began that did not fail. */
    private Instant lastRun = Instant.MIN;

    @Inject
    StatusFunction(Settings settings, AlertedRun run, Clock clock, SecretRefresher secrets, Variables variables) {
        this.settings = settings;
        this.run = run;
        this.clock = clock;
        this.secrets = secrets;
        this.name = MetricLine.functionName(variables);
    }

    /**
     * Runs once, however many messages a batch has; a batch that was received before the last run began needs none.
     *
     * @param json any event; may be null
     * @return null if there was nothing to do
     * @throws RuntimeException if the public file was not refreshed, so that the platform counts an error; the messages of
     *     the batch are then delivered again
     */
    @Funq
    public RunReport status(JsonNode json) {
        if (json != null && isCovered(json.path("Records"))) {
            LOG.info("no run: the last one began after these messages were received");
            return null;
        }
        Instant began = clock.instant();
        try {
            RunReport report = secrets.call(() -> {
                settings.require(Capability.PUBLISH);
                return run.publish(new RunRequest(slot(json)));
            });
            lastRun = began;
            secrets.completed(report);
            MetricLine.of(name, report, clock.instant()).write();
            return report;
        } catch (RuntimeException e) {
            MetricLine.ofFailedRun(name, clock.instant()).write();
            throw e;
        }
    }

    // Whether all messages of a batch of the queue were received before the last run began.
    private boolean isCovered(JsonNode records) {
        return StreamSupport.stream(records.spliterator(), false)
                .filter(each -> "aws:sqs".equals(each.path("eventSource").asText()))
                .map(each -> each.at("/attributes/ApproximateFirstReceiveTimestamp"))
                // One without a time was received later than any run began.
                .map(time -> time.asText().matches("\\d{1,15}") ? Instant.ofEpochMilli(time.asLong()) : Instant.MAX)
                .max(Instant::compareTo)
                .filter(newest -> lastRun.isAfter(newest.minus(STORED_BEFORE)))
                .isPresent();
    }

    // A value that is not a time comes from another trigger; the run then counts as started by hand.
    private Instant slot(JsonNode eventOrNull) {
        String time =
                eventOrNull == null ? null : eventOrNull.path("scheduled_time").textValue();
        try {
            Instant slot = time == null ? Instant.MIN : Instant.parse(time);
            // A slot in the future would mark all earlier ones as processed.
            return slot.isAfter(clock.instant().plus(EARLY)) ? Instant.MIN : slot;
        } catch (DateTimeParseException e) {
            LOG.warn("the event's scheduled_time is no time: the run is not tied to a slot");
            return Instant.MIN;
        }
    }
}
