package com.elytracloud.status.site;

import java.time.Instant;

import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.site.PageModel.Moment;

/**
 * The backups in the words of the page.
 *
 * @param last newest successful backup, or null
 * @param policy the operator's text, or null
 */
public record BackupView(StatusStyle style, String word, Moment last, String policy) {
    static BackupView of(StatusDocument.Backups backups, PageModel page) {
        Messages words = page.words();
        String word =
                switch (backups.lastBackupStatus()) {
                    case SUCCESS -> words.text("backupSuccess");
                    case WARNING -> words.text("backupWarning");
                    case FAILED -> words.text("backupFailed");
                    case UNKNOWN -> words.text("unknown");
                };
        Instant last = backups.lastSuccessfulBackup();
        return new BackupView(
                StatusStyle.of(backups.lastBackupStatus()),
                word,
                last == null ? null : page.time(last),
                backups.policy());
    }
}
