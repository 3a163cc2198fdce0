package com.elytracloud.status.site;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.elytracloud.status.contract.Announced;
import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
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
    static String of(StatusDocument status, Language words) {
        return isPartlyUnknown(status)
                ? words.text("headlineUnknownOf", shortened(unknown(status), words))
                : words.word("headline", status.headline());
    }

    /** The components that are not operational, with their status, unless the headline says that already; may be empty. */
    static String affected(StatusDocument status, Language words) {
        boolean isSaid = isPartlyUnknown(status)
                || unknown(status).size() == status.components().size();
        List<String> affected = status.components().stream()
                .filter(each -> each.status() != ComponentStatus.OPERATIONAL)
                .filter(each -> !isSaid || each.status() != ComponentStatus.UNKNOWN)
                .map(each -> words.text("affected", each.name(), words.word("status", each.status())))
                .toList();
        return shortened(affected, words);
    }

    /** The sentence about the components that an incident or a maintenance affects; may be empty. */
    static String names(Announced entry, StatusDocument status, Language words) {
        String names = status.names(entry.components());
        return names.isEmpty() ? "" : words.text("affected", words.text("affects"), names);
    }

    /** Who set the status and what was measured; empty where the status is the measured one. */
    static String source(StatusDocument status, Language words) {
        if (status.statusSource() != StatusSource.OPERATOR) {
            return "";
        }
        String measured = words.word("measured", status.measuredStatus());
        OverrideEntry override = status.override();
        return override == null
                ? words.text("setByIncident", measured)
                : words.text("setByTeam", end(override.endsAt(), status.updatedAt(), words), measured);
    }

    private static boolean isPartlyUnknown(StatusDocument status) {
        return status.headline() == Headline.UNKNOWN
                && status.platformStatus() != PlatformStatus.UNKNOWN
                && !unknown(status).isEmpty();
    }

    private static List<String> unknown(StatusDocument status) {
        return status.components().stream()
                .filter(each -> each.status() == ComponentStatus.UNKNOWN)
                .map(ComponentEntry::name)
                .toList();
    }

    // Tomorrow's 14:28 gets its day: at 14:28 "until 14:28" reads as over.
    private static String end(Instant end, Instant now, Language words) {
        return end.isBefore(now.plus(CLEAR_WITHOUT_DAY)) ? words.clock(end) : words.minute(end);
    }

    // A list of fifty names is no headline.
    private static String shortened(List<String> names, Language words) {
        if (names.size() <= MAX_NAMES + 1) {
            return String.join(", ", names);
        }
        return words.text("andMore", String.join(", ", names.subList(0, MAX_NAMES)), names.size() - MAX_NAMES);
    }
}
