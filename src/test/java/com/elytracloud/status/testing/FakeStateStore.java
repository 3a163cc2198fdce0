package com.elytracloud.status.testing;

import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.StateStore;

/** A memory in the memory: takes a state only in place of the one that was read. */
public final class FakeStateStore implements StateStore {
    private RunState state = RunState.FIRST;
    private int version;
    private Condition condition = Condition.MISSING;
    private Written refusal;

    /** From now on it is found in this condition; what lies in it is left alone. */
    public FakeStateStore in(Condition wanted) {
        condition = wanted;
        return this;
    }

    /** From now on writing ends so, and nothing is written. */
    public FakeStateStore refusing(boolean isSuperseded, String warning) {
        refusal = new Written(isSuperseded, warning);
        return this;
    }

    /** What the last run left. */
    public synchronized RunState state() {
        return state;
    }

    /** How often it was written. */
    public synchronized int writes() {
        return version;
    }

    @Override
    public synchronized Stored read(Deadline deadline) {
        RunState shown = condition == Condition.FOUND ? state : RunState.FIRST;
        return new Stored(condition, shown, Integer.toString(version), "");
    }

    @Override
    public synchronized Written write(RunState next, Stored basis, Deadline deadline) {
        if (refusal != null) {
            return refusal;
        }
        if (!basis.isWritable()) {
            return new Written(false, "");
        }
        if (!basis.version().equals(Integer.toString(version))) {
            return new Written(true, "");
        }
        state = next;
        version++;
        condition = Condition.FOUND;
        return new Written(false, "");
    }
}
