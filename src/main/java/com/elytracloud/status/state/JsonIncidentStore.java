package com.elytracloud.status.state;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.elytracloud.status.domain.AnnouncedText;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.StatusOverride;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.IncidentStore;
import com.elytracloud.status.run.PublishException;
import com.elytracloud.status.run.StateStore.Result;
import com.elytracloud.status.run.StateStore.Written;
import com.elytracloud.status.state.PrivateStore.Found;

/** The operators' announcements in the private store, and the notice of an earlier version as an override. */
final class JsonIncidentStore implements IncidentStore {
    static final String NAME = "incidents.json";
    static final String NOTICE = "notice.json";

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
            Announcements announced = announcements(found, deadline);
            return found.isEmpty() && announced.equals(Announcements.NONE)
                    ? new Reading.Nothing<>()
                    : new Reading.Found<>(announced);
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
                Announcements changed = change.apply(announcements(found, deadline));
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

    private Announcements announcements(Optional<Found> found, Deadline deadline)
            throws ObjectStoreException, IOException {
        if (found.isEmpty()) {
            Optional<Found> notice = store.read(NOTICE, deadline);
            return notice.isEmpty()
                    ? Announcements.NONE
                    : PrivateJson.read(notice.get().bytes(), OlderNotice.class).announcements();
        }
        IncidentFile file = PrivateJson.read(found.get().bytes(), IncidentFile.class);
        if (file.schema() != SCHEMA) {
            throw new IOException("has schema %d; this program writes %d".formatted(file.schema(), SCHEMA));
        }
        return file.announced();
    }

    private record IncidentFile(int schema, Announcements announced) {}

    private record OlderNotice(
            PlatformStatus status, String title, String message, Instant startedAt, Instant expiresAt) {
        Announcements announcements() {
            String all = "%s: %s".formatted(title, message);
            String reason = all.substring(0, Math.min(all.length(), AnnouncedText.MAX_MESSAGE));
            return Announcements.NONE.with(new StatusOverride(status, reason, startedAt, expiresAt));
        }
    }
}
