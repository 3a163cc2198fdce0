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

import com.elytracloud.status.contract.StatusDocument.StatusCode;
import com.elytracloud.status.site.StatuspageIncident.Impact;

/** The JSON of Statuspage's API v2: every key that its clients ask for, those that never have a value included. */
final class StatuspageJson {
    private StatuspageJson() {}

    /** One of the files; what is null is not part of it. */
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

    /** Ours alone: what the words of Statuspage cannot say. */
    record Freshness(StatusCode platformStatus, @Millis Instant staleAfter) {}

    record Status(Impact indicator, String description) {}

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
            boolean onlyShowIfDegraded) {}

    record Incident(
            String id,
            String name,
            String status,
            @Millis Instant createdAt,
            @Millis Instant updatedAt,
            String monitoringAt,
            @Millis Instant resolvedAt,
            Impact impact,
            String shortlink,
            @Millis Instant startedAt,
            String pageId,
            @JsonInclude(Include.NON_NULL) @Millis Instant scheduledFor,
            @JsonInclude(Include.NON_NULL) @Millis Instant scheduledUntil,
            List<Update> incidentUpdates,
            List<String> components,
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
