package com.elytracloud.status.state;

import java.io.IOException;
import java.util.Optional;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.NoticeBoard;
import com.elytracloud.status.run.PublishException;
import com.elytracloud.status.state.PrivateStore.Found;

/** The operator's notice in the private store. */
final class JsonNoticeBoard implements NoticeBoard {
    private static final String NAME = "notice.json";

    private final PrivateStore store;

    JsonNoticeBoard(PrivateStore store) {
        this.store = store;
    }

    @Override
    public Reading<Notice> read(Deadline deadline) {
        try {
            Optional<Found> found = store.read(NAME, deadline);
            return found.isEmpty()
                    ? new Reading.Nothing<>()
                    : new Reading.Found<>(PrivateJson.read(found.get().bytes(), Notice.class));
        } catch (PrivateStoreException e) {
            return new Reading.Failed<>(e.failure());
        } catch (IOException e) {
            return new Reading.Failed<>(
                    new Failure(Reason.UNREADABLE, "%s: %s".formatted(store.location(NAME), e.getMessage())));
        }
    }

    @Override
    public void post(Notice notice, Deadline deadline) {
        try {
            store.write(NAME, PrivateJson.write(notice), deadline);
        } catch (PrivateStoreException e) {
            throw new PublishException("the notice was not set: " + e.failure(), e);
        }
    }

    @Override
    public void clear(Deadline deadline) {
        try {
            store.delete(NAME, deadline);
        } catch (PrivateStoreException e) {
            throw new PublishException("the notice was not cleared: " + e.failure(), e);
        }
    }
}
