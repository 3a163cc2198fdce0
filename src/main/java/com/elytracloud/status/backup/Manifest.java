package com.elytracloud.status.backup;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import com.elytracloud.status.domain.JobResult;
import com.elytracloud.status.domain.JobResult.Outcome;

/**
 * The backup job's report of its last run: an object with {@code finished_at} and {@code status} or {@code exit_code},
 * and optionally the same fields for single tenants under {@code tenants}, by name or as a list of entries with names.
 *
 * @param all the result for every tenant without its own
 * @param tenants the results of single tenants
 */
record Manifest(JobResult all, Map<String, JobResult> tenants) {
    /** The size limit in bytes: enough for ten thousand tenants. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    private static final int DEEPEST = 8;
    private static final Set<String> WELL = Set.of("success", "succeeded", "ok", "completed", "complete", "done");
    private static final Set<String> SO_SO = Set.of("warning", "warn", "partial", "incomplete");
    private static final Set<String> BADLY =
            Set.of("failed", "failure", "fail", "error", "fatal", "aborted", "cancelled", "canceled", "timeout");

    private static final List<DateTimeFormatter> TIMES = List.of(
            new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendPattern("[ ][XXX][XX][X][z]")
                    .toFormatter(Locale.ROOT),
            DateTimeFormatter.RFC_1123_DATE_TIME);

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());

    Manifest {
        tenants = Map.copyOf(tenants);
    }

    /** The same word for everyone. */
    static Manifest of(Outcome outcome) {
        return new Manifest(JobResult.of(outcome), Map.of());
    }

    /** Reads one; what cannot be understood is unclear and never an exception. */
    static Manifest parse(byte[] bytes, Instant now) {
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (bytes.length > MOST_BYTES || root == null || !root.isObject()) {
                return of(Outcome.UNCLEAR);
            }
            Map<String, JobResult> tenants = tenants(root, now);
            // A report on single tenants only says nothing about the others.
            boolean speaksOfAll = root.has("status") || root.has("exit_code") || tenants.isEmpty();
            return new Manifest(speaksOfAll ? result(root, root, now) : JobResult.of(Outcome.MISSING), tenants);
        } catch (IOException e) {
            return of(Outcome.UNCLEAR);
        }
    }

    /** The result for a tenant. */
    JobResult of(String tenant) {
        return tenants.getOrDefault(tenant, all);
    }

    private static Map<String, JobResult> tenants(JsonNode root, Instant now) {
        Map<String, JobResult> tenants = new HashMap<>();
        JsonNode found = root.path("tenants");
        if (found.isArray()) {
            found.forEach(entry -> tenants.put(
                    entry.path(entry.has("tenant") ? "tenant" : "name").asText(), result(entry, root, now)));
        } else {
            found.properties().forEach(entry -> tenants.put(entry.getKey(), result(entry.getValue(), root, now)));
        }
        return tenants;
    }

    // A tenant's entry without a time ended with the whole.
    private static JobResult result(JsonNode entry, JsonNode root, Instant now) {
        Optional<Instant> finishedAt =
                time(entry.has("finished_at") ? entry : root).filter(at -> !at.isAfter(now.plus(CLOCK_TOLERANCE)));
        Outcome outcome = outcome(entry);
        if (outcome == Outcome.FAILED) {
            return new JobResult(outcome, finishedAt.orElse(Instant.MIN));
        }
        return finishedAt.map(at -> new JobResult(outcome, at)).orElse(JobResult.of(Outcome.UNCLEAR));
    }

    private static Outcome outcome(JsonNode entry) {
        if (entry.has("exit_code")) {
            JsonNode code = entry.path("exit_code");
            if (!code.asText().strip().matches("-?\\d{1,18}")) {
                return Outcome.UNCLEAR;
            }
            return Long.parseLong(code.asText().strip()) != 0
                    ? Outcome.FAILED
                    : entry.has("status") ? byWord(entry) : Outcome.SUCCEEDED;
        }
        return byWord(entry);
    }

    private static Outcome byWord(JsonNode entry) {
        String word =
                (entry.isTextual() ? entry : entry.path("status")).asText().toLowerCase(Locale.ROOT);
        if (WELL.contains(word)) {
            return Outcome.SUCCEEDED;
        }
        if (SO_SO.contains(word)) {
            return Outcome.WARNED;
        }
        return BADLY.contains(word) ? Outcome.FAILED : Outcome.UNCLEAR;
    }

    // Seconds or milliseconds since 1970, ISO 8601 with or without a zone, or as in e-mails; without a zone it is UTC.
    private static Optional<Instant> time(JsonNode entry) {
        String text = entry.path("finished_at").asText().strip();
        if (text.matches("\\d{9,11}|\\d{13}")) {
            long number = Long.parseLong(text);
            return Optional.of(text.length() == 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
        }
        String joined = text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T");
        for (DateTimeFormatter form : TIMES) {
            try {
                return Optional.of(form.parseBest(joined, Instant::from, LocalDateTime::from))
                        .map(at -> at instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : (Instant) at);
            } catch (DateTimeException e) {
                // Perhaps it is of another form.
            }
        }
        return Optional.empty();
    }
}
