package com.elytracloud.status.state;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.StateStore;
import com.elytracloud.status.state.PrivateStore.Found;

/** The state of the runs in the private store. */
final class JsonStateStore implements StateStore {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final PrivateStore store;
    private final String name;

    JsonStateStore(PrivateStore store, String name) {
        this.store = store;
        this.name = name;
    }

    @Override
    public Stored read(Deadline deadline) {
        try {
            Optional<Found> found = store.read(name, deadline);
            return found.isEmpty() ? without(Condition.MISSING, "", "") : understand(found.get(), deadline);
        } catch (ObjectStoreException e) {
            return without(Condition.UNAVAILABLE, "", e.failure().toString());
        }
    }

    @Override
    public Written write(RunState next, Stored basis, Deadline deadline) {
        return switch (basis.condition()) {
            case FOUND, MISSING, CORRUPT ->
                store.replace(name, StateJson.toBytes(next), next.seq(), basis.version(), deadline);
            case NEWER -> new Written(Result.NOT_WRITTEN, store.location(name) + " was left alone");
            case UNAVAILABLE ->
                new Written(Result.NOT_WRITTEN, store.location(name) + " was not read, so it was not replaced");
        };
    }

    private Stored understand(Found found, Deadline deadline) {
        Stored parsed = StateJson.parse(found.bytes());
        String warning = parsed.warning().isEmpty() ? "" : "%s %s".formatted(store.location(name), parsed.warning());
        return parsed.condition() == Condition.CORRUPT
                ? keepAside(found, warning, deadline)
                : new Stored(parsed.condition(), parsed.state(), found.version(), warning);
    }

    // Bytes that could not be set aside are the only copy of the history: they stay, and the run has no state.
    private Stored keepAside(Found found, String warning, Deadline deadline) {
        String aside = nameAside(found.writtenAt());
        try {
            if (found.bytes().length > PrivateStore.MAX_BYTES) {
                return leftAlone(aside, warning, "it has more than %d bytes".formatted(PrivateStore.MAX_BYTES));
            }
            store.write(aside, found.bytes(), deadline);
            return without(
                    Condition.CORRUPT,
                    found.version(),
                    "%s; its bytes are kept as %s".formatted(warning, store.location(aside)));
        } catch (ObjectStoreException e) {
            return leftAlone(aside, warning, e.failure().toString());
        }
    }

    private Stored leftAlone(String aside, String warning, String why) {
        return without(
                Condition.UNAVAILABLE,
                "",
                "%s; its bytes could not be kept as %s, so it is left alone: %s"
                        .formatted(warning, store.location(aside), why));
    }

    // By the time of the object: runs that cannot replace it do not keep it once more each.
    private static String nameAside(Instant writtenAt) {
        return "state.corrupt-" + STAMP.format(writtenAt);
    }

    private static Stored without(Condition condition, String version, String warning) {
        return new Stored(condition, RunState.FIRST, version, warning);
    }
}
