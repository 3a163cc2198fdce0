package com.elytracloud.status.site;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.OverrideEntry;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.PlatformStatus;

/** The sentences about the platform as a whole. */
final class HeadlineText {
    private static final int MAX_NAMES = 3;
    private static final Duration CLEAR_WITHOUT_DAY = Duration.ofHours(12);

    private HeadlineText() {}

    /** The headline; where only a part of the platform is unknown, it names that part. */
    static String of(StatusDocument status, Messages messages) {
        List<String> unknown = status.unknownComponents();
        boolean isPartlyUnknown = status.headline() == Headline.UNKNOWN
                && status.platformStatus() != PlatformStatus.UNKNOWN
                && !unknown.isEmpty();
        return isPartlyUnknown
                ? messages.text("headlineUnknownOf", shortened(unknown, messages))
                : of(status.headline(), messages);
    }

    static String of(Headline headline, Messages messages) {
        return switch (headline) {
            case OPERATIONAL -> messages.text("headlineOperational");
            case MAINTENANCE -> messages.text("headlineMaintenance");
            case DEGRADED -> messages.text("headlineDegraded");
            case PARTIAL_OUTAGE -> messages.text("headlinePartialOutage");
            case MAJOR_OUTAGE -> messages.text("headlineMajorOutage");
            case UNKNOWN -> messages.text("headlineUnknown");
        };
    }

    /** The components that are not operational, with their status; empty if there are none. */
    static String affected(StatusDocument status, Messages messages) {
        List<String> affected = status.components().stream()
                .filter(each -> each.status() != ComponentStatus.OPERATIONAL)
                .map(each -> messages.text(
                        "affected", each.name(), StatusStyle.of(each.status()).word(messages)))
                .toList();
        return shortened(affected, messages);
    }

    /** Who set the status and what was measured; empty where the status is the measured one. */
    static String source(StatusDocument status, Messages messages) {
        if (status.statusSource() != StatusSource.OPERATOR) {
            return "";
        }
        String measured = measured(status.measuredStatus(), messages);
        OverrideEntry override = status.override();
        return override == null
                ? messages.text("setByIncident", measured)
                : messages.text("setByTeam", end(override.endsAt(), status.updatedAt(), messages), measured);
    }

    // Tomorrow's 14:28 gets its day: at 14:28 "until 14:28" reads as over.
    private static String end(Instant end, Instant now, Messages messages) {
        return end.isBefore(now.plus(CLEAR_WITHOUT_DAY)) ? messages.clock(end) : messages.minute(end);
    }

    private static String measured(PlatformStatus status, Messages messages) {
        return switch (status) {
            case OPERATIONAL -> messages.text("measuredOperational");
            case DEGRADED -> messages.text("measuredDegraded");
            case OUTAGE -> messages.text("measuredOutage");
            case UNKNOWN -> messages.text("measuredUnknown");
        };
    }

    // A list of fifty names is no headline.
    private static String shortened(List<String> names, Messages messages) {
        if (names.size() <= MAX_NAMES + 1) {
            return String.join(", ", names);
        }
        return messages.text("andMore", String.join(", ", names.subList(0, MAX_NAMES)), names.size() - MAX_NAMES);
    }
}
