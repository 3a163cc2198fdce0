package com.elytracloud.status.backup;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import com.elytracloud.status.domain.BackupListing.JobResult;
import com.elytracloud.status.domain.TenantVerdict.Reason;

/**
 * The backup job's report of its last run: an object with {@code finished_at} and {@code status} or {@code exit_code},
 * and optionally the same fields for single tenants under {@code tenants}, by name.
 *
 * @param all the result for every tenant without its own
 * @param tenants the results of single tenants
 */
record Manifest(JobResult all, Map<String, JobResult> tenants) {
    /** The size limit in bytes: enough for ten thousand tenants. */
    static final int MOST_BYTES = 1024 * 1024;

    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    /** ISO 8601 with or without a zone, or as in e-mails; without a zone it is UTC. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendOptional(new DateTimeFormatterBuilder()
                    .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    .appendPattern("[ ][XXX][XX][X][z]")
                    .toFormatter(Locale.ROOT))
            .appendOptional(DateTimeFormatter.RFC_1123_DATE_TIME)
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The same for everyone. */
    static Manifest of(Reason reason) {
        return new Manifest(new JobResult(reason, Instant.MIN), Map.of());
    }

    /** Reads one; what cannot be understood is unclear and never an exception. */
    static Manifest parse(byte[] bytes, Instant now) {
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (bytes.length > MOST_BYTES || root == null || !root.isObject()) {
                return of(Reason.JOB_UNCLEAR);
            }
            Map<String, JobResult> tenants = root.path("tenants").properties().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, each -> result(each.getValue(), root, now)));
            // A report on single tenants only says nothing about the others.
            boolean isOfAll = root.has("status") || root.has("exit_code") || tenants.isEmpty();
            return new Manifest(isOfAll ? result(root, root, now) : of(Reason.JOB_MISSING).all, tenants);
        } catch (IOException e) {
            return of(Reason.JOB_UNCLEAR);
        }
    }

    /** The result for a tenant. */
    JobResult of(String tenant) {
        return tenants.getOrDefault(tenant, all);
    }

    // A tenant's entry without a time ended with the whole.
    private static JobResult result(JsonNode entry, JsonNode root, Instant now) {
        Reason reason = reason(entry);
        Optional<Instant> finishedAt =
                time(entry.has("finished_at") ? entry : root).filter(at -> !at.isAfter(now.plus(CLOCK_TOLERANCE)));
        return finishedAt.isEmpty() && reason != Reason.JOB_FAILED
                ? of(Reason.JOB_UNCLEAR).all
                : new JobResult(reason, finishedAt.orElse(Instant.MIN));
    }

    private static Reason reason(JsonNode entry) {
        // An exit code that is null is none yet.
        String code = entry.has("exit_code") ? entry.get("exit_code").asText().strip() : "0";
        if (!code.matches("-?0+")) {
            return code.matches("-?\\d+") ? Reason.JOB_FAILED : Reason.JOB_UNCLEAR;
        }
        String word =
                (entry.isTextual() ? entry : entry.path("status")).asText().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "success", "succeeded", "ok", "completed", "complete", "done" -> Reason.FRESH;
            case "warning", "warn", "partial", "incomplete" -> Reason.JOB_WARNED;
            case "failed", "failure", "fail", "error", "fatal", "aborted", "cancelled", "canceled", "timeout" ->
                Reason.JOB_FAILED;
            default -> entry.has("exit_code") && !entry.has("status") ? Reason.FRESH : Reason.JOB_UNCLEAR;
        };
    }

    // Seconds or milliseconds since 1970, or a text.
    private static Optional<Instant> time(JsonNode entry) {
        String text = entry.path("finished_at").asText().strip();
        try {
            if (text.matches("\\d{9,11}|\\d{13}")) {
                long number = Long.parseLong(text);
                return Optional.of(text.length() == 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
            }
            return Optional.of(TIME.parse(text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T"), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Where the backup job stores its result: one object, or, with {customer} in its name, one for each customer.
     *
     * @param text as the operator writes it; empty if there is none
     */
    record Key(String text, Pattern regex) {
        private static final String CUSTOMER = "{customer}";

        /** Reads a key; {tenant} is another word for {customer}. */
        static Key of(String text) {
            String key = text.replace("{tenant}", CUSTOMER);
            // Behind the first place the same name is expected.
            String regex = Pattern.quote(key)
                    .replaceFirst("\\{customer}", "\\\\E([^/]+)\\\\Q")
                    .replace(CUSTOMER, "\\E\\1\\Q");
            return new Key(key, Pattern.compile(regex));
        }

        boolean isNamed() {
            return !text.isEmpty();
        }

        String forCustomer(String customer) {
            return text.replace(CUSTOMER, customer);
        }

        /** Whether a key is that of a result, and so of no backup. */
        boolean isOne(String key) {
            return isNamed() && regex.matcher(key).matches();
        }
    }
}
