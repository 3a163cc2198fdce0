package com.elytracloud.status.state;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

import com.elytracloud.status.domain.AlertState;
import com.elytracloud.status.run.AlertStateStore;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.state.PrivateStore.Found;

/** The alert states in the private store. Written unconditionally: concurrent writes repeat a message at worst. */
final class JsonAlertStateStore implements AlertStateStore {
    private final PrivateStore store;

    JsonAlertStateStore(PrivateStore store) {
        this.store = store;
    }

    @Override
    public Kept read(Book which, Deadline deadline) {
        try {
            Optional<Found> found = store.read(name(which), deadline);
            return new Kept(
                    found.isEmpty()
                            ? AlertState.EMPTY
                            : PrivateJson.read(found.get().bytes(), AlertState.class),
                    "");
        } catch (PrivateStoreException e) {
            return new Kept(AlertState.EMPTY, "the alert state could not be read: " + e.failure());
        } catch (IOException e) {
            return new Kept(
                    AlertState.EMPTY,
                    "%s %s: alerts that are open are sent again"
                            .formatted(store.location(name(which)), e.getMessage()));
        }
    }

    @Override
    public String write(Book which, AlertState book, Deadline deadline) {
        try {
            store.write(name(which), PrivateJson.write(book), deadline);
            return "";
        } catch (PrivateStoreException e) {
            return "the alert state could not be written: " + e.failure();
        }
    }

    private static String name(Book which) {
        return "alerts-%s.json".formatted(which.name().toLowerCase(Locale.ROOT));
    }
}
