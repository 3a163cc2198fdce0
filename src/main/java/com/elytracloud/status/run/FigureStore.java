package com.elytracloud.status.run;

import java.util.Objects;

/** Keeps a source's figures from run to run, privately; losing them costs requests and nothing else. */
public interface FigureStore {
    /** Fetches what was kept; whatever goes wrong is a remark and never an exception. */
    Kept read(Deadline deadline);

    /**
     * Writes in place of what was there; of two at once the later stays.
     *
     * @return what an operator should know, empty if nothing
     */
    String write(SourceFigures figures, Deadline deadline);

    /**
     * What was kept.
     *
     * @param remark what an operator should know, empty if nothing
     */
    record Kept(SourceFigures figures, String remark) {
        /** There is nothing yet. */
        public static final Kept NOTHING = new Kept(SourceFigures.NONE, "");

        public Kept {
            Objects.requireNonNull(figures, "figures");
            Objects.requireNonNull(remark, "remark");
        }
    }
}
