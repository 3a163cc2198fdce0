package com.elytracloud.status.backup;

import java.util.Objects;

import com.elytracloud.status.backup.BackupStorage.Query;

/**
 * A part of the bucket in which a tenant's backups lie.
 *
 * @param folder what the keys begin with
 * @param first the first folder of a row of them, empty: from the beginning
 * @param last the last folder of the row, with what lies in it; empty: to the end
 */
record Stretch(String folder, String first, String last) {
    Stretch {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
    }

    /** A whole folder. */
    static Stretch of(String folder) {
        return new Stretch(folder, "", "");
    }

    /** The same, with another folder within its row. */
    Stretch with(String folderOfRow) {
        boolean earlier = first.isEmpty() || Keys.compare(folderOfRow, first) < 0;
        boolean later = last.isEmpty() || Keys.compare(folderOfRow, last) > 0;
        return new Stretch(folder, earlier ? folderOfRow : first, later ? folderOfRow : last);
    }

    /** Its listing, from the beginning. */
    Query query() {
        return Query.all(folder).startingAfter(first);
    }

    /** Whether a key lies behind it, and so every further one. */
    boolean endsBefore(String key) {
        return !last.isEmpty() && !key.startsWith(last) && Keys.compare(key, last) > 0;
    }
}
