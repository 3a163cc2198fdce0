package com.elytracloud.status.site;

import java.util.Locale;

import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.Impact;
import com.elytracloud.status.domain.PlatformStatus;

/** How a status is drawn: its name in style sheets and icons, its colour in pictures, its one word. */
enum StatusStyle {
    OPERATIONAL("18794e"),
    DEGRADED("9a5700"),
    OUTAGE("b42318"),
    MAINTENANCE("0b5cad"),
    UNKNOWN("5b6575");

    private final String colour;

    StatusStyle(String colour) {
        this.colour = colour;
    }

    static StatusStyle of(Headline headline) {
        return switch (headline) {
            case OPERATIONAL -> OPERATIONAL;
            case MAINTENANCE -> MAINTENANCE;
            case DEGRADED -> DEGRADED;
            case PARTIAL_OUTAGE, MAJOR_OUTAGE -> OUTAGE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    static StatusStyle of(ComponentStatus status) {
        return switch (status) {
            case OPERATIONAL -> OPERATIONAL;
            case DEGRADED -> DEGRADED;
            case OUTAGE -> OUTAGE;
            case MAINTENANCE -> MAINTENANCE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    static StatusStyle of(PlatformStatus status) {
        return switch (status) {
            case OPERATIONAL -> OPERATIONAL;
            case DEGRADED -> DEGRADED;
            case OUTAGE -> OUTAGE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    static StatusStyle of(BackupStatus status) {
        return switch (status) {
            case SUCCESS -> OPERATIONAL;
            case WARNING -> DEGRADED;
            case FAILED -> OUTAGE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    static StatusStyle of(Impact impact) {
        return switch (impact) {
            case NONE -> UNKNOWN;
            case DEGRADED -> DEGRADED;
            case OUTAGE -> OUTAGE;
        };
    }

    /** The name that style sheets, icons and the message bundles know. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the bar of a day is cut, on a height of 40, so that no status depends on its colour alone. */
    public int cut() {
        return switch (this) {
            case OPERATIONAL -> 0;
            case DEGRADED -> 10;
            case OUTAGE -> 20;
            case MAINTENANCE -> 30;
            case UNKNOWN -> 16;
        };
    }

    /** One word for a part of the platform. */
    String word(Messages messages) {
        return switch (this) {
            case OPERATIONAL -> messages.text("operational");
            case DEGRADED -> messages.text("degraded");
            case OUTAGE -> messages.text("outage");
            case MAINTENANCE -> messages.text("maintenance");
            case UNKNOWN -> messages.text("unknown");
        };
    }

    /** For pictures, where white text is drawn on it: six hexadecimal digits, the same as on the light page. */
    public String colour() {
        return colour;
    }
}
