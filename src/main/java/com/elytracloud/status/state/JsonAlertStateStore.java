package com.elytracloud.status.state;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.elytracloud.status.domain.AlertState;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.run.AlertStateStore;
import com.elytracloud.status.run.Deadline;

/** The alert states. Written unconditionally: concurrent writes repeat a message at worst. */
record JsonAlertStateStore(PrivateStore store) implements AlertStateStore {
    @Override
    public Kept read(Book which, Deadline deadline) {
        try {
            Optional<StoredObject> found = store.read(name(which), deadline);
            return new Kept(
                    found.isEmpty() ? AlertState.EMPTY : store.parse(name(which), found.get(), AlertState.class), "");
        } catch (ObjectStoreException e) {
            return new Kept(
                    AlertState.EMPTY,
                    "the alert state could not be read, so open alerts are sent again: " + e.failure());
        }
    }

    @Override
    public String write(Book which, AlertState book, Deadline deadline) {
        try {
            store.write(name(which), PrivateJson.write(book), deadline);
            return "";
        } catch (ObjectStoreException e) {
            return "the alert state could not be written: " + e.failure();
        }
    }

    private static String name(Book which) {
        return "alerts-%s.json".formatted(which.name().toLowerCase(Locale.ROOT));
    }

    /** Keeps the alert state in the process if no store is configured, and warns about it. */
    record Unstored(Map<Book, AlertState> books) implements AlertStateStore {
        @Override
        public Kept read(Book which, Deadline deadline) {
            String warning = "no state store is configured: the alert state is lost when the process ends";
            return new Kept(books.getOrDefault(which, AlertState.EMPTY), warning);
        }

        @Override
        public String write(Book which, AlertState book, Deadline deadline) {
            books.put(which, book);
            return "";
        }
    }
}
