package com.elytracloud.status.site;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.domain.PlatformStatus;

/** The JSON of Statuspage's API v2: every key that its clients read, including those that never have a value here. */
final class StatuspageJson {
    private StatuspageJson() {}

    /** One of the files; a list that is null is not part of it. */
    @JsonInclude(Include.NON_NULL)
    record Document(
            Page page,
            Freshness xFreshness,
            List<Component> components,
            List<Incident> incidents,
            List<Incident> scheduledMaintenances,
            Status status) {}

    record Page(
            String id,
            String name,
            String url,
            String timeZone,
            @Millis Instant updatedAt) {}

    /** Our own key: what Statuspage has no word for. */
    record Freshness(
            PlatformStatus platformStatus,
            Headline headline,
            @Millis Instant staleAfter) {}

    record Status(Impact indicator, String description) {}

    /** From harmless to worst; also the indicator of the whole page, with its description. */
    enum Impact {
        NONE("All Systems Operational"),
        MAINTENANCE("Service Under Maintenance"),
        MINOR("Partially Degraded Service"),
        MAJOR("Partial System Outage"),
        CRITICAL("Major System Outage");

        final String description;

        Impact(String description) {
            this.description = description;
        }
    }

    /** @param components the ids of its children if it is a group */
    record Component(
            String id,
            String name,
            String status,
            @Millis Instant createdAt,
            @Millis Instant updatedAt,
            int position,
            String description,
            boolean showcase,
            String startDate,
            String groupId,
            String pageId,
            boolean group,
            boolean onlyShowIfDegraded,
            @JsonInclude(Include.NON_NULL) List<String> components) {}

    record Incident(
            String id,
            String name,
            String status,
            @Millis Instant createdAt,
            @Millis Instant updatedAt,
            @Millis Instant monitoringAt,
            @Millis Instant resolvedAt,
            Impact impact,
            String shortlink,
            @Millis Instant startedAt,
            String pageId,
            @JsonInclude(Include.NON_NULL) @Millis Instant scheduledFor,
            @JsonInclude(Include.NON_NULL) @Millis Instant scheduledUntil,
            List<Update> incidentUpdates,
            List<Component> components,
            String reminderIntervals) {}

    record Update(
            String id,
            String status,
            String body,
            String incidentId,
            @Millis Instant createdAt,
            @Millis Instant updatedAt,
            @Millis Instant displayAt,
            List<String> affectedComponents,
            boolean deliverNotifications,
            String customTweet,
            String tweetId) {}

    /** A time with milliseconds, as Statuspage writes it. */
    @JacksonAnnotationsInside
    @JsonFormat(pattern = "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", timezone = "UTC")
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
    private @interface Millis {}
}
