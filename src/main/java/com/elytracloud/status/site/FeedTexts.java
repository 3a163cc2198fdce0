package com.elytracloud.status.site;

import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.domain.IncidentStatus;
import com.elytracloud.status.domain.MaintenanceStatus;
import com.elytracloud.status.domain.PlatformStatus;

/** The texts of feed, badge, calendar and Statuspage files in one language. */
enum FeedTexts {
    EN(Language.EN),
    DE(Language.DE);

    private final Language language;

    FeedTexts(Language language) {
        this.language = language;
    }

    static FeedTexts of(Language language) {
        return switch (language) {
            case EN -> EN;
            case DE -> DE;
        };
    }

    /** The code as in {@code xml:lang}. */
    String language() {
        return language.code();
    }

    String note() {
        return messages().text("feedNote");
    }

    String changed(PlatformStatus to) {
        return messages().text("feedChanged", word(to));
    }

    String changed(PlatformStatus from, PlatformStatus to) {
        return messages().text("feedChangedFrom", word(from), word(to));
    }

    String affects(String names) {
        return messages().text("affected", messages().text("affects"), names);
    }

    String platform() {
        return messages().text("platformName");
    }

    String unknownState() {
        return messages().text("headlineUnknown");
    }

    String noEvidence() {
        return messages().text("noEvidence");
    }

    String evidenceAgain() {
        return messages().text("evidenceAgain");
    }

    String badgeLabel(StatusDocument status) {
        return StatusBadge.label(status, messages());
    }

    /** Who set the status and what was measured; empty where the status is the measured one. */
    String source(StatusDocument status) {
        return HeadlineText.source(status, messages());
    }

    String badge(Headline headline) {
        return StatusBadge.word(headline, messages());
    }

    String progress(IncidentStatus status) {
        return IncidentView.state(status, messages());
    }

    String progress(MaintenanceStatus status) {
        return IncidentView.state(status, messages());
    }

    private String word(PlatformStatus status) {
        return StatusStyle.of(status).word(messages());
    }

    private Messages messages() {
        return language.messages();
    }
}
