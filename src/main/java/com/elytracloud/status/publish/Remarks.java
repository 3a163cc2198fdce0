package com.elytracloud.status.publish;

/** Sentences for the operator that more than one store has to say. */
final class Remarks {
    static final String REFUSES_CONDITIONS = "the storage refuses every conditional write; it was written after a look,"
            + " so two runs at the same moment could both win; STATE_CONDITIONAL_WRITES may need another value";

    private Remarks() {}
}
