package com.elytracloud.status.site;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.elytracloud.status.contract.Announced;
import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.PlatformStatus;

/** The sentences about the platform as a whole. */
public record HeadlineText(StatusDocument status, Language words) {
    private static final int MAX_NAMES = 3;
    private static final Duration CLEAR_WITHOUT_DAY = Duration.ofHours(12);

    /** The headline; where only a part of the platform is unknown, it names that part. */
    public String headline() {
        return isPartlyUnknown()
                ? words.text("headlineUnknownOf", shortened(unknown()))
                : words.word("headline", status.headline());
    }

    /** The components that are not operational, with their status, unless the headline says that already; may be empty. */
    public String affected() {
        boolean isSaid =
                isPartlyUnknown() || unknown().size() == status.components().size();
        return shortened(status.components().stream()
                .filter(each -> each.status() != ComponentStatus.OPERATIONAL)
                .filter(each -> !isSaid || each.status() != ComponentStatus.UNKNOWN)
                .map(each -> words.text("affected", each.name(), words.word("status", each.status())))
                .toList());
    }

    /** The sentence about the components that an incident or a maintenance affects; may be empty. */
    String names(Announced entry) {
        String names = status.names(entry.components());
        return names.isEmpty() ? "" : words.text("affected", words.text("affects"), names);
    }

    /** Who set the status and what was measured; empty where the status is the measured one. */
    public String source() {
        if (status.statusSource() != StatusSource.OPERATOR) {
            return "";
        }
        String measured = words.word("measured", status.measuredStatus());
        if (status.override() == null) {
            return words.text("setByIncident", measured);
        }
        // Tomorrow's 14:28 gets its day: at 14:28 "until 14:28" reads as over.
        Instant end = status.override().endsAt();
        boolean isSoon = end.isBefore(status.updatedAt().plus(CLEAR_WITHOUT_DAY));
        return words.text("setByTeam", isSoon ? words.clock(end) : words.minute(end), measured);
    }

    private boolean isPartlyUnknown() {
        return status.headline() == Headline.UNKNOWN
                && status.platformStatus() != PlatformStatus.UNKNOWN
                && !unknown().isEmpty();
    }

    private List<String> unknown() {
        return status.components().stream()
                .filter(each -> each.status() == ComponentStatus.UNKNOWN)
                .map(ComponentEntry::name)
                .toList();
    }

    // A list of fifty names is no headline.
    private String shortened(List<String> names) {
        return names.size() <= MAX_NAMES + 1
                ? String.join(", ", names)
                : words.text("andMore", String.join(", ", names.subList(0, MAX_NAMES)), names.size() - MAX_NAMES);
    }
}
