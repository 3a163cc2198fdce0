package com.elytracloud.status.betterstack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;

import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;

/** One page of the list of monitors, with Better Stack's field names; fields that are not used are ignored. */
record MonitorPage(List<Entry> data, Pagination pagination) {
    private static final int MAX_INTERVAL_SECONDS = 7 * 24 * 3600;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(
                    String.class, text -> text.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    MonitorPage {
        data = List.copyOf(data);
        Objects.requireNonNull(pagination, "pagination");
    }

    /** @throws IOException if it is not JSON, or does not contain whether it is the last page */
    static MonitorPage parse(InputStream body) throws IOException {
        MonitorPage page = JSON.readValue(body, MonitorPage.class);
        if (page == null) {
            throw new IOException("no page");
        }
        return page;
    }

    boolean isLast() {
        return pagination.next == null;
    }

    /** @param next the address of the next page; null if this is the last */
    record Pagination(@JsonProperty(required = true) URI next) {}

    record Entry(String id, Attributes attributes) {
        Entry {
            attributes = Objects.requireNonNullElse(attributes, new Attributes("", "", "", "", 0));
        }

        /** The entry, without a status if a later page reports another one. */
        Entry mergedWith(Entry later) {
            return attributes.status.equals(later.attributes.status) ? this : new Entry(id, null);
        }

        boolean isPaused() {
            return attributes.status.equals("paused");
        }

        /** The monitor of an entry whose id is a valid one. */
        MonitorReading reading() {
            Monitor monitor =
                    new Monitor(new MonitorId(id), Monitor.Kind.PROBE, attributes.pronounceableName, attributes.url);
            return new MonitorReading(monitor, true, attributes.state(), attributes.beats(), Map.of());
        }
    }

    /**
     * The attributes that are used; credentials of the checks are among the others.
     *
     * @param checkFrequency in seconds
     */
    record Attributes(String status, String pronounceableName, String url, String lastCheckedAt, long checkFrequency) {
        private Monitor.State state() {
            return switch (status) {
                case "up" -> Monitor.State.UP;
                // Checks pass again, but Better Stack still reports the monitor as down to its own users.
                case "down", "validating" -> Monitor.State.DOWN;
                case "maintenance" -> Monitor.State.MAINTENANCE;
                case "pending" -> Monitor.State.PENDING;
                default -> Monitor.State.UNRECOGNISED;
            };
        }

        // The last check, and one of unknown result before it, so that the interval is known. A monitor in maintenance
        // is
        // not checked: its last check does not become stale.
        private List<Heartbeat> beats() {
            return checkedAt()
                    .filter(any -> state() != Monitor.State.MAINTENANCE)
                    .filter(any -> checkFrequency > 0 && checkFrequency <= MAX_INTERVAL_SECONDS)
                    .map(at -> List.of(
                            new Heartbeat(at.minusSeconds(checkFrequency), Monitor.State.UNRECOGNISED),
                            new Heartbeat(at, state())))
                    .orElse(List.of());
        }

        private Optional<Instant> checkedAt() {
            try {
                return Optional.of(Instant.parse(lastCheckedAt));
            } catch (DateTimeException e) {
                return Optional.empty(); // an unreadable time is no time
            }
        }
    }
}
