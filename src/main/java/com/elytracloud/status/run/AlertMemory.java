package com.elytracloud.status.run;

import java.util.Objects;

import com.elytracloud.status.domain.AlertBook;

/** Keeps what those who watch remember, privately; losing it costs a message too many and nothing else. */
public interface AlertMemory {
    /** Opens a book; whatever goes wrong is a remark and never an exception. */
    Kept read(Book which, Deadline deadline);

    /**
     * Writes a book in place of what was there.
     *
     * @return what an operator should know, empty if nothing
     */
    String write(Book which, AlertBook book, Deadline deadline);

    /** Who remembers; each has a book of its own, so that neither overwrites the other's. */
    enum Book {
        STATUS,
        WATCHDOG
    }

    /**
     * What was remembered.
     *
     * @param remark what an operator should know, empty if nothing
     */
    record Kept(AlertBook book, String remark) {
        public Kept {
            Objects.requireNonNull(book, "book");
            Objects.requireNonNull(remark, "remark");
        }
    }
}
