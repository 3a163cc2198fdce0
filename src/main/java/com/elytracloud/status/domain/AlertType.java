package com.elytracloud.status.domain;

import java.time.Duration;

/** The alert types; each has a row in {@code docs/alerts.md}. */
public enum AlertType {
    /** The published file is older than two runs. */
    ORIGIN_STALE(Weight.USUAL, 2),
    /** The file is so old that visitors see the status in grey. */
    PUBLIC_STALE(Weight.CRITICAL, 2),
    /** Visitors cannot fetch it. */
    UNREACHABLE(Weight.CRITICAL, 2),
    /** What is fetched is not what a run published last. */
    INVALID(Weight.CRITICAL, 2),
    /** Sensitive data is public: every minute counts. */
    LEAK(Weight.CRITICAL, 1),
    /** The certificate of the public address ends soon. */
    CERTIFICATE_ENDING(Weight.USUAL, 2),
    /** The platform is down; its end is the recovery. Already confirmed by the run's own damping. */
    OUTAGE(Weight.CRITICAL, 1),
    /** No usable backups; one bad listing in the middle of the night wakes nobody. */
    BACKUP_FAILED(Weight.USUAL, 1, Duration.ofHours(2)),
    /** The backups of one customer failed or disappeared. */
    BACKUP_CUSTOMER_FAILED(Weight.USUAL, 2),
    /** The monitoring service gave no usable answer. */
    MONITORS_UNREADABLE(Weight.USUAL, 2),
    /** The storage of the backups gave no usable answer. */
    BACKUPS_UNREADABLE(Weight.USUAL, 2),
    /** A text in the store is not published as it stands. */
    TEXT_REFUSED(Weight.USUAL, 1),
    /** The guard stopped a publication. */
    GUARD_REFUSAL(Weight.CRITICAL, 1),
    /** The operator's override ends by itself soon. */
    OVERRIDE_ENDING(Weight.USUAL, 1),
    /** The state of the runs could not be parsed and was set aside. */
    STATE_CORRUPT(Weight.USUAL, 1),
    /** The state of the runs cannot be read or written. */
    STATE_UNAVAILABLE(Weight.USUAL, 2);

    private final Weight weight;
    private final int confirmations;
    private final Duration patience;

    AlertType(Weight weight, int confirmations) {
        this(weight, confirmations, Duration.ZERO);
    }

    AlertType(Weight weight, int confirmations, Duration patience) {
        this.weight = weight;
        this.confirmations = confirmations;
        this.patience = patience;
    }

    /** Whether visitors are harmed now: such messages have the last place of an hour to themselves. */
    public boolean isCritical() {
        return weight == Weight.CRITICAL;
    }

    /** How many consecutive checks must observe it. */
    public int confirmations() {
        return confirmations;
    }

    /** How long it must last before the first alert is sent. */
    public Duration patience() {
        return patience;
    }

    /** Whether it lasts until someone acts: only then reminders are sent and its end is reported. */
    public boolean isLasting() {
        return this != OVERRIDE_ENDING && this != STATE_CORRUPT;
    }

    /** Whether this alert includes everything the other would report. */
    public boolean includes(AlertType other) {
        return (this == PUBLIC_STALE && other == ORIGIN_STALE)
                || (this == BACKUP_FAILED && other == BACKUP_CUSTOMER_FAILED);
    }

    private enum Weight {
        USUAL,
        CRITICAL
    }
}
