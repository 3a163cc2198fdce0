package com.elytracloud.status.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import com.elytracloud.status.domain.AlertBook;
import com.elytracloud.status.domain.AlertBook.Seen;
import com.elytracloud.status.domain.AlertKey;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Trouble;
import com.elytracloud.status.run.AlertMemory.Book;
import com.elytracloud.status.run.AlertMemory.Kept;

/** A book of alerts as bytes, and back; one that cannot be understood is an empty one. */
final class AlertBookJson {
    /** More than a book with every trouble and a thousand customers has. */
    static final int MOST_BYTES = 512 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private AlertBookJson() {}

    /** What a file of a book is called. */
    static String name(Book which) {
        return "alerts-%s.json".formatted(which.name().toLowerCase(Locale.ROOT));
    }

    static byte[] toBytes(AlertBook book) {
        ObjectNode json = JSON.createObjectNode().put("schema", 1);
        ArrayNode incidents = json.putArray("incidents");
        book.incidents().values().forEach(incident -> incidents
                .addObject()
                .put("trouble", incident.trouble().name())
                .put("subject", incident.key().subject())
                .put("since", incident.since().toString())
                .put("seen", incident.seen())
                .put("told", incident.told())
                .put("told_at", incident.toldAt().toString())
                .put("detail", incident.detail()));
        ArrayNode sent = json.putArray("sent");
        book.sent().forEach(at -> sent.add(at.toString()));
        json.putObject("newest")
                .put("seq", book.newest().seq())
                .put("updated_at", book.newest().updatedAt().toString());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    /**
     * Reads a book.
     *
     * @param place where the bytes lie, for the operator
     */
    static Kept parse(byte[] bytes, String place) {
        try {
            JsonNode json = JSON.readTree(bytes);
            Map<AlertKey, Incident> incidents = new TreeMap<>();
            for (JsonNode each : json.required("incidents")) {
                Incident incident = incident(each);
                incidents.put(incident.key(), incident);
            }
            List<Instant> sent = new ArrayList<>();
            json.required("sent").forEach(at -> sent.add(Instant.parse(at.asText())));
            JsonNode newest = json.required("newest");
            Seen seen = new Seen(newest.required("seq").asLong(), time(newest, "updated_at"));
            return new Kept(new AlertBook(incidents, sent, seen), "");
        } catch (IOException | RuntimeException e) {
            // Whatever it is, it is no book: the next write replaces it, at the price of a message too many.
            return new Kept(AlertBook.EMPTY, place + " could not be understood: what was open is told again");
        }
    }

    private static Incident incident(JsonNode json) {
        return new Incident(
                new AlertKey(
                        Trouble.valueOf(json.required("trouble").asText()),
                        json.path("subject").asText("")),
                time(json, "since"),
                json.required("seen").asInt(),
                json.required("told").asInt(),
                time(json, "told_at"),
                json.required("detail").asText());
    }

    private static Instant time(JsonNode json, String key) {
        return Instant.parse(json.required(key).asText());
    }
}
