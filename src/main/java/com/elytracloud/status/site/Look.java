package com.elytracloud.status.site;

import java.util.Locale;

import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.BackupCode;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.NoticeEntry;
import com.elytracloud.status.contract.StatusDocument.StatusCode;
import com.elytracloud.status.contract.StatusDocument.StatusSource;

/** What a reader sees of a status: its words, and under its name the shape and the colour. */
enum Look {
    OPERATIONAL("Operational", "All systems operational", "On schedule", "18794e"),
    DEGRADED("Degraded", "Minor degradation", "Partly late", "9a5700"),
    OUTAGE("Outage", "Service disruption", "Failing", "b42318"),
    MAINTENANCE("Maintenance", "Maintenance in progress", "Maintenance", "0b5cad"),
    UNKNOWN("Unknown", "Current state unknown", "Unknown", "5b6575");

    private final String word;
    private final String sentence;
    private final String backupWord;
    private final String colour;

    Look(String word, String sentence, String backupWord, String colour) {
        this.word = word;
        this.sentence = sentence;
        this.backupWord = backupWord;
        this.colour = colour;
    }

    /** The look of the whole platform. */
    static Look of(StatusDocument document) {
        return isMaintenance(document) ? MAINTENANCE : of(document.platformStatus());
    }

    /** The look of one part of it, which an announced maintenance may explain. */
    static Look of(ComponentEntry component, StatusDocument document) {
        boolean explained = component.status() == StatusCode.DEGRADED && isMaintenance(document);
        return explained ? MAINTENANCE : of(component.status());
    }

    static Look of(StatusCode status) {
        return switch (status) {
            case OPERATIONAL -> OPERATIONAL;
            case DEGRADED -> DEGRADED;
            case OUTAGE -> OUTAGE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    static Look of(BackupCode status) {
        return switch (status) {
            case SUCCESS -> OPERATIONAL;
            case WARNING -> DEGRADED;
            case FAILED -> OUTAGE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Whether an operator announces maintenance. It never hides an outage or that nothing is known. */
    static boolean isMaintenance(StatusDocument document) {
        NoticeEntry notice = document.notice();
        return notice != null
                && document.statusSource() == StatusSource.OPERATOR
                && document.platformStatus() == StatusCode.DEGRADED
                && notice.title().toLowerCase(Locale.ROOT).contains("maintenance");
    }

    /** The name that style sheets and icons know. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One word for a part of the platform. */
    String word() {
        return word;
    }

    /** One sentence for all of it. */
    String sentence() {
        return sentence;
    }

    /** A few words for the backups. */
    String backupWord() {
        return backupWord;
    }

    /** For pictures, where white stands on it: six hexadecimal digits, the same as on the page in daylight. */
    String colour() {
        return colour;
    }
}
