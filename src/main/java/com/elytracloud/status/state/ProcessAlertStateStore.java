package com.elytracloud.status.state;

import java.util.EnumMap;
import java.util.Map;

import com.elytracloud.status.domain.AlertState;
import com.elytracloud.status.run.AlertStateStore;
import com.elytracloud.status.run.Deadline;

/** Keeps the alert state in the process if no store is configured, and warns about it. */
final class ProcessAlertStateStore implements AlertStateStore {
    private final Map<Book, AlertState> books = new EnumMap<>(Book.class);

    @Override
    public synchronized Kept read(Book which, Deadline deadline) {
        return new Kept(
                books.getOrDefault(which, AlertState.EMPTY),
                "no state store is configured: the alert state is lost when the process ends");
    }

    @Override
    public synchronized String write(Book which, AlertState book, Deadline deadline) {
        books.put(which, book);
        return "";
    }
}
