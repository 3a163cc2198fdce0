package com.elytracloud.status.state;

import java.util.EnumMap;
import java.util.Map;

import com.elytracloud.status.domain.AlertBook;
import com.elytracloud.status.run.AlertMemory;
import com.elytracloud.status.run.Deadline;

/** Remembers as long as the process lives, where nothing better is configured; says so. */
final class ProcessAlertMemory implements AlertMemory {
    private final Map<Book, AlertBook> books = new EnumMap<>(Book.class);

    @Override
    public synchronized Kept read(Book which, Deadline deadline) {
        return new Kept(
                books.getOrDefault(which, AlertBook.EMPTY),
                "no place for memory is configured: what was told is forgotten when the process ends");
    }

    @Override
    public synchronized String write(Book which, AlertBook book, Deadline deadline) {
        books.put(which, book);
        return "";
    }
}
