package com.elytracloud.status.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.ComponentHistory;
import com.elytracloud.status.contract.HistoryDocument.DayEntry;
import com.elytracloud.status.contract.HistoryDocument.IncidentUpdate;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.domain.ComponentStatus;

/**
 * Invented documents of a site in each of its states, to preview a site before anything is connected.
 *
 * <p>{@code samples.json} has the operational document, with its lists by id, and for each other state what differs.
 */
public enum Sample {
    OPERATIONAL,
    DEGRADED,
    PARTIAL_OUTAGE,
    OUTAGE,
    MAINTENANCE,
    UNKNOWN,
    /** Published long ago, while everything was operational. */
    STALE,
    /** The first run of a site without components, backups and texts. */
    NEW,
    /** An operator reports that everything is operational while the checks report an outage. */
    OVERRIDE,
    /** Thirty components in groups; the platform is operational as far as it is known. */
    MANY_COMPONENTS;

    private static final JsonMapper MAPPER = Json.strict()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    /** When the documents in the file were published. */
    private static final Instant PUBLISHED = Instant.parse("2028-02-29T23:55:30Z");

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final int DAYS_ON_RECORD = 85;

    /** Its name on the command line and in file names. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status document as it is about now. */
    public StatusDocument status(Instant now) {
        ObjectNode document = sample(now);
        document.remove("transitions");
        for (String list : List.of("components", "incidents", "maintenances")) {
            JsonNode byId = document.path(list);
            ArrayNode entries = document.putArray(list);
            byId.forEach(each -> entries.addAll(each.isNull() ? List.of() : List.of(each)));
        }
        return MAPPER.convertValue(document, StatusDocument.class);
    }

    /** The history up to it. */
    public HistoryDocument history(Instant now) {
        StatusDocument status = status(now);
        LocalDate today = LocalDate.ofInstant(status.updatedAt(), ZoneOffset.UTC);
        JsonNode transitions = sample(now).path("transitions");
        return new HistoryDocument(
                HistoryDocument.SCHEMA_VERSION,
                status.updatedAt(),
                this == NEW ? List.of() : days(today, ComponentStatus.of(status.platformStatus())),
                status.components().stream()
                        .map(each -> new ComponentHistory(each.id(), days(today, each.status())))
                        .toList(),
                this == NEW ? List.of() : List.of(MAPPER.convertValue(transitions, TransitionEntry[].class)),
                status.incidents().stream()
                        .flatMap(incident -> incident.updates().stream()
                                .map(each -> new IncidentUpdate(
                                        each.at(), incident.id(), incident.title(), each.status(), each.message())))
                        .sorted(Comparator.comparing(IncidentUpdate::at))
                        .toList());
    }

    // Every time in the file is as far from now as it is from the time of publication.
    private ObjectNode sample(Instant now) {
        Duration age = Duration.ofMinutes(this == STALE ? 47 : 4);
        Duration shift = Duration.between(PUBLISHED, now.minus(age).truncatedTo(ChronoUnit.SECONDS));
        String text = TIME.matcher(Resources.text("samples.json"))
                .replaceAll(found -> Instant.parse(found.group()).plus(shift).toString());
        try {
            JsonNode samples = MAPPER.readTree(text);
            JsonNode base = samples.path(OPERATIONAL.toString());
            return MAPPER.readerForUpdating(base)
                    .readValue(this == OPERATIONAL ? MAPPER.createObjectNode() : samples.path(toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<DayEntry> days(LocalDate today, ComponentStatus current) {
        return IntStream.rangeClosed(-DAYS_ON_RECORD, 0)
                .mapToObj(day -> {
                    LocalDate date = today.plusDays(day);
                    return switch (-day) {
                        case 0 -> day(date, current, current == ComponentStatus.UNKNOWN ? null : "99.12", "0.614");
                        case 5 -> day(date, ComponentStatus.MAINTENANCE, "100.00", "0.979");
                        case 12 -> day(date, ComponentStatus.OUTAGE, "97.04", "1.000");
                        case 28 -> day(date, ComponentStatus.DEGRADED, "99.31", "0.998");
                        case 50, 51 -> day(date, ComponentStatus.UNKNOWN, null, "0.000");
                        default -> day(date, ComponentStatus.OPERATIONAL, "100.00", "1.000");
                    };
                })
                .toList();
    }

    private static DayEntry day(LocalDate date, ComponentStatus worst, String uptimeOrNull, String coverage) {
        return new DayEntry(
                date, worst, uptimeOrNull == null ? null : new BigDecimal(uptimeOrNull), new BigDecimal(coverage));
    }
}
