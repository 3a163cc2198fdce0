package com.elytracloud.status.domain;

/** What we conclude of backups, of one tenant or of all. */
public enum BackupStatus {
    SUCCESS,
    /** There is a usable backup, but something about it is not as promised. */
    WARNING,
    /** The check found no usable backup. */
    FAILED,
    /** The check was not possible. */
    UNKNOWN
}
