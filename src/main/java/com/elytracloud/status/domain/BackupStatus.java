package com.elytracloud.status.domain;

/** What we conclude of backups, of one tenant or of all; the worst last. */
public enum BackupStatus {
    SUCCESS,
    /** The check was not possible. */
    UNKNOWN,
    /** There is a usable backup, but something about it is not as promised. */
    WARNING,
    /** The check found no usable backup. */
    FAILED
}
