package com.elytracloud.status.domain;

/** What we conclude of backups, of one tenant or of all. */
public enum BackupStatus {
    SUCCESS,
    /** There is a usable backup, but something about it is not as promised. */
    WARNING,
    /** We looked, and there is no usable backup. */
    FAILED,
    /** We could not look. */
    UNKNOWN
}
