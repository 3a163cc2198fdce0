package com.elytracloud.status.run;

import com.elytracloud.status.domain.RunState;

/** Stores the state between two runs privately; an older run never overwrites a newer one. */
public interface StateStore {
    /** Reads the state of the last run; a failure is a condition and never an exception. */
    Stored read(Deadline deadline);

    /** Replaces the state that was read, unless that is left alone or another run has replaced it. */
    Written write(RunState next, Stored basis, Deadline deadline);

    /**
     * The stored state.
     *
     * @param state {@link RunState#FIRST} unless the condition is {@link Condition#FOUND}
     * @param version the store's version of these bytes, empty if there is none
     * @param warning a warning for the operator, empty if there is none
     */
    record Stored(Condition condition, RunState state, String version, String warning) {
        /** Whether it may be replaced, so that the next run knows this one. */
        public boolean isWritable() {
            return switch (condition) {
                case FOUND, MISSING, CORRUPT -> true;
                case NEWER, UNAVAILABLE -> false;
            };
        }
    }

    enum Condition {
        FOUND,
        MISSING,
        /** It cannot be read as a state; its bytes were set aside, and the run continues as a first one. */
        CORRUPT,
        /** A later version of this program wrote it; it is left alone. */
        NEWER,
        /** The store did not answer, or could not keep the corrupt bytes aside; it is left alone. */
        UNAVAILABLE
    }

    /**
     * The result of writing; a run that could not write publishes all the same.
     *
     * @param isSuperseded whether another run was faster, and this one must not publish
     * @param warning a warning for the operator, empty if there is none
     */
    record Written(boolean isSuperseded, String warning) {}
}
