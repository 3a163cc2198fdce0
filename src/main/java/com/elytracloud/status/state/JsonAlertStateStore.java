package com.elytracloud.status.state;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.elytracloud.status.domain.AlertState;
import com.elytracloud.status.domain.AlertState.Seen;
import com.elytracloud.status.domain.OpenAlert;
import com.elytracloud.status.objectstore.ObjectStoreException;
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
            Found found = store.read(name(which), deadline).orElse(null);
            return new Kept(
                    found == null
                            ? AlertState.EMPTY
                            : PrivateJson.read(found.bytes(), AlertFile.class).state(),
                    "");
        } catch (ObjectStoreException e) {
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
        List<OpenAlert> alerts = List.copyOf(new TreeMap<>(book.incidents()).values());
        try {
            store.write(name(which), PrivateJson.write(new AlertFile(alerts, book.sent(), book.newest())), deadline);
            return "";
        } catch (ObjectStoreException e) {
            return "the alert state could not be written: " + e.failure();
        }
    }

    private static String name(Book which) {
        return "alerts-%s.json".formatted(which.name().toLowerCase(Locale.ROOT));
    }

    private record AlertFile(List<OpenAlert> alerts, List<Instant> sent, Seen newest) {
        AlertState state() {
            return new AlertState(
                    alerts.stream().collect(Collectors.toMap(OpenAlert::key, Function.identity())), sent, newest);
        }
    }
}
