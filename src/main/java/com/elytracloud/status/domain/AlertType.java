package com.elytracloud.status.domain;

import java.time.Duration;
import java.util.Set;

/** The alert types; each has a row in {@code docs/alerts.md}. */
public enum AlertType {
    /** The published file is older than two runs. */
    ORIGIN_STALE(2),
    /** The file is so old that visitors see the status in grey. */
    PUBLIC_STALE(2),
    /** Visitors cannot fetch it. */
    UNREACHABLE(2),
    /** What is fetched is not what a run published last. */
    INVALID(2),
    /** Sensitive data is public: every minute counts. */
    LEAK(1),
    /** The certificate of the public address ends soon. */
    CERTIFICATE_ENDING(2),
    /** The platform is down; its end is the recovery. Already confirmed by the run's own damping. */
    OUTAGE(1),
    /** No usable backups; one bad listing in the middle of the night wakes nobody. */
    BACKUP_FAILED(1),
    /** The backups of one customer failed or disappeared. */
    BACKUP_CUSTOMER_FAILED(2),
    /** The monitoring service gave no usable answer. */
    MONITORS_UNREADABLE(2),
    /** The storage of the backups gave no usable answer. */
    BACKUPS_UNREADABLE(2),
    /** A text in the store is not published as it stands. */
    TEXT_REFUSED(1),
    /** The guard stopped a publication. */
    GUARD_REFUSAL(1),
    /** The operator's override ends by itself soon. */
    OVERRIDE_ENDING(1),
    /** The state of the runs could not be parsed and was set aside. */
    STATE_CORRUPT(1),
    /** The state of the runs cannot be read or written. */
    STATE_UNAVAILABLE(2);

    private static final Set<AlertType> CRITICAL =
            Set.of(PUBLIC_STALE, UNREACHABLE, INVALID, LEAK, OUTAGE, GUARD_REFUSAL);

    private final int confirmations;

    AlertType(int confirmations) {
        this.confirmations = confirmations;
    }

    /** Whether visitors are harmed now: such messages have the last place of an hour to themselves. */
    public boolean isCritical() {
        return CRITICAL.contains(this);
    }

    /** How many consecutive checks must observe it. */
    public int confirmations() {
        return confirmations;
    }

    /** How long it must last before the first alert is sent. */
    public Duration patience() {
        return this == BACKUP_FAILED ? Duration.ofHours(2) : Duration.ZERO;
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
}
