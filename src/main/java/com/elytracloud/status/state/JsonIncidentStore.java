package com.elytracloud.status.state;

import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.IncidentStore;
import com.elytracloud.status.run.PublishException;
import com.elytracloud.status.run.StateStore.Result;
import com.elytracloud.status.run.StateStore.Written;
import com.elytracloud.status.state.PrivateStore.Found;

/** The operators' announcements in the private store. */
final class JsonIncidentStore implements IncidentStore {
    static final String NAME = "incidents.json";

    private static final int SCHEMA = 1;
    private static final int ATTEMPTS = 5;

    private final PrivateStore store;

    JsonIncidentStore(PrivateStore store) {
        this.store = store;
    }

    @Override
    public Reading<Announcements> read(Deadline deadline) {
        try {
            Optional<Found> found = store.read(NAME, deadline);
            return found.isEmpty() ? new Reading.Nothing<>() : new Reading.Found<>(announcements(found));
        } catch (ObjectStoreException e) {
            return new Reading.Failed<>(e.failure());
        } catch (IOException e) {
            return new Reading.Failed<>(
                    new Failure(Reason.UNREADABLE, "%s: %s".formatted(store.location(NAME), e.getMessage())));
        }
    }

    @Override
    public Announcements edit(UnaryOperator<Announcements> change, Deadline deadline) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                Optional<Found> found = store.read(NAME, deadline);
                Announcements changed = change.apply(announcements(found));
                String version = found.map(Found::version).orElse("");
                byte[] bytes = PrivateJson.write(new IncidentFile(SCHEMA, changed));
                Written written = store.replace(NAME, bytes, 0, version, deadline);
                if (written.result() == Result.WRITTEN) {
                    return changed;
                }
                if (written.result() == Result.NOT_WRITTEN) {
                    throw new PublishException("the incidents could not be written: " + written.warning());
                }
            } catch (ObjectStoreException e) {
                throw new PublishException("the incidents could not be read: " + e.failure(), e);
            } catch (IOException e) {
                throw new PublishException(
                        "%s: %s; nothing was changed".formatted(store.location(NAME), e.getMessage()), e);
            }
        }
        throw new PublishException("%s was changed %d times by others; nothing was changed. Try again."
                .formatted(store.location(NAME), ATTEMPTS));
    }

    private static Announcements announcements(Optional<Found> found) throws IOException {
        if (found.isEmpty()) {
            return Announcements.NONE;
        }
        IncidentFile file = PrivateJson.read(found.get().bytes(), IncidentFile.class);
        if (file.schema() != SCHEMA) {
            throw new IOException("has schema %d; this program writes %d".formatted(file.schema(), SCHEMA));
        }
        return file.announced();
    }

    private record IncidentFile(int schema, Announcements announced) {}
}
