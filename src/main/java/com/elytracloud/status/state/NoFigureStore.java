package com.elytracloud.status.state;

import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.FigureStore;
import com.elytracloud.status.run.SourceFigures;

/** Keeps nothing, where no place is configured: who only looks at the monitors needs none. */
final class NoFigureStore implements FigureStore {
    @Override
    public Kept read(Deadline deadline) {
        return Kept.NOTHING;
    }

    @Override
    public String write(SourceFigures figures, Deadline deadline) {
        return "";
    }
}
