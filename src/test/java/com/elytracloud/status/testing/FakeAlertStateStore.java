package com.elytracloud.status.testing;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import com.elytracloud.status.domain.AlertState;
import com.elytracloud.status.run.AlertStateStore;
import com.elytracloud.status.run.Deadline;

/** Books of alerts in the memory; throws on demand, as no store of ours may. */
public final class FakeAlertStateStore implements AlertStateStore {
    private final Map<Book, AlertState> books = new EnumMap<>(Book.class);
    private boolean broken;
    private Duration givenToRead = Duration.ZERO;

    /** From now on it throws. */
    public void fail() {
        broken = true;
    }

    /** How long the last reading might have taken. */
    public Duration givenToRead() {
        return givenToRead;
    }

    @Override
    public Kept read(Book which, Deadline deadline) {
        givenToRead = deadline.remaining();
        if (broken) {
            throw new IllegalStateException("as the test wants");
        }
        return new Kept(books.getOrDefault(which, AlertState.EMPTY), "");
    }

    @Override
    public String write(Book which, AlertState book, Deadline deadline) {
        books.put(which, book);
        return "";
    }
}
