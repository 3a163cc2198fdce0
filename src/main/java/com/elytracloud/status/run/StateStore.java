package com.elytracloud.status.run;

import java.util.Objects;

import com.elytracloud.status.domain.RunState;

/** Keeps what a run remembers for the next, privately, and lets no older run overwrite a newer one. */
public interface StateStore {
    /** Fetches what the last run left; whatever goes wrong is a condition and never an exception. */
    Stored read(Deadline deadline);

    /**
     * Writes in place of what was read, if it is still there.
     *
     * @param basis what {@link #read} gave, and {@code next} was made from
     */
    Written write(RunState next, Stored basis, Deadline deadline);

    /**
     * What was found.
     *
     * @param state {@link RunState#FIRST} unless the condition is {@link Condition#FOUND}
     * @param version the store's own mark of these bytes, empty where there is none
     * @param remark what an operator should know, empty if nothing
     */
    record Stored(Condition condition, RunState state, String version, String remark) {
        public Stored {
            Objects.requireNonNull(condition, "condition");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(remark, "remark");
        }
    }

    /** In which condition the memory is. */
    enum Condition {
        FOUND,
        /** There is none yet. */
        MISSING,
        /** It cannot be understood; its bytes were put aside, and the run goes on as a first one. */
        CORRUPT,
        /** A later version of this program wrote it; it is left alone. */
        NEWER,
        /** The store did not answer, or could not keep aside what cannot be understood; it is left alone. */
        UNAVAILABLE
    }

    /**
     * What became of writing.
     *
     * @param remark what an operator should know, empty if nothing
     */
    record Written(Result result, String remark) {
        public Written {
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(remark, "remark");
        }
    }

    /** How writing ended. */
    enum Result {
        WRITTEN,
        /** Another run was faster: this one must not publish. */
        SUPERSEDED,
        /** Nothing was written; the run publishes all the same. */
        NOT_WRITTEN
    }
}
