package com.elytracloud.status.state;

import java.io.IOException;
import java.util.Optional;

import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.FigureStore;
import com.elytracloud.status.run.SourceFigures;
import com.elytracloud.status.state.PrivateStore.Found;

/** A source's uptime data in the private store. */
final class JsonFigureStore implements FigureStore {
    private static final String NAME = "figures.json";

    private final PrivateStore store;

    JsonFigureStore(PrivateStore store) {
        this.store = store;
    }

    @Override
    public Kept read(Deadline deadline) {
        try {
            Optional<Found> found = store.read(NAME, deadline);
            return found.isEmpty()
                    ? Kept.NOTHING
                    : new Kept(PrivateJson.read(found.get().bytes(), SourceFigures.class), "");
        } catch (PrivateStoreException e) {
            return new Kept(SourceFigures.NONE, "the source's figures could not be read: " + e.failure());
        } catch (IOException e) {
            return new Kept(SourceFigures.NONE, "%s %s".formatted(store.location(NAME), e.getMessage()));
        }
    }

    @Override
    public String write(SourceFigures figures, Deadline deadline) {
        try {
            store.write(NAME, PrivateJson.write(figures), deadline);
            return "";
        } catch (PrivateStoreException e) {
            return "the source's figures could not be written: " + e.failure();
        }
    }
}
