package com.elytracloud.status.testing;

import java.util.ArrayList;
import java.util.List;

import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.FigureStore;
import com.elytracloud.status.run.SourceFigures;

/** Keeps figures in memory, and what was ever written. */
public final class FakeFigureStore implements FigureStore {
    private final List<SourceFigures> written = new ArrayList<>();
    private String trouble = "";

    /** From now on it can neither be read nor written. */
    public void fail(String remark) {
        trouble = remark;
    }

    /** From now on it can again. */
    public void work() {
        trouble = "";
    }

    /** What was written, oldest first. */
    public List<SourceFigures> written() {
        return List.copyOf(written);
    }

    @Override
    public Kept read(Deadline deadline) {
        return trouble.isEmpty() && !written.isEmpty()
                ? new Kept(written.get(written.size() - 1), "")
                : new Kept(SourceFigures.NONE, trouble);
    }

    @Override
    public String write(SourceFigures figures, Deadline deadline) {
        if (trouble.isEmpty()) {
            written.add(figures);
        }
        return trouble;
    }
}
