package com.elytracloud.status.publish;

import java.util.Locale;

import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ConditionTrial;
import com.elytracloud.status.objectstore.ConditionTrial.Outcome;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.Diagnosis;
import com.elytracloud.status.run.Diagnosis.Part;

/** Whether a storage settles who was first, in the form that is configured; and if not, in which form it would. */
final class ConditionExamination {
    private static final String NAME = "conditional writes";
    private static final String BOTH_MAY_WIN = "of two runs at the same moment both may win";

    private final ConditionTrial trial;

    /** On a key that is nobody's. */
    ConditionExamination(Bucket bucket, String key) {
        this.trial = new ConditionTrial(bucket, key);
    }

    Diagnosis examine(ConditionalWrites form, Deadline deadline) {
        try {
            return form == ConditionalWrites.OFF ? off(deadline) : tried(form, deadline);
        } catch (ObjectStoreException e) {
            return Part.STATE.grey(NAME, "not known: " + e.failure());
        }
    }

    private Diagnosis off(Deadline deadline) throws ObjectStoreException {
        return Part.STATE.amber(
                NAME,
                "are off: " + BOTH_MAY_WIN,
                "Set STATE_CONDITIONAL_WRITES=" + better(ConditionalWrites.OFF, deadline));
    }

    private Diagnosis tried(ConditionalWrites form, Deadline deadline) throws ObjectStoreException {
        return switch (trial.of(form, deadline)) {
            case HEEDED -> Part.STATE.green(NAME, "If-Match is heeded in the form " + word(form));
            case REFUSED -> wrong(form, "every If-Match in the form %s is refused: ", deadline);
            case IGNORED -> wrong(form, "If-Match in the form %s is ignored: ", deadline);
        };
    }

    private Diagnosis wrong(ConditionalWrites form, String seen, Deadline deadline) throws ObjectStoreException {
        return Part.STATE.red(
                NAME,
                seen.formatted(word(form)) + BOTH_MAY_WIN,
                "Set STATE_CONDITIONAL_WRITES=" + better(form, deadline));
    }

    private String better(ConditionalWrites form, Deadline deadline) throws ObjectStoreException {
        for (ConditionalWrites other : ConditionalWrites.values()) {
            boolean untried = other != form && other != ConditionalWrites.OFF;
            if (untried && trial.of(other, deadline) == Outcome.HEEDED) {
                return "%s: this storage heeds it.".formatted(word(other));
            }
        }
        return "off, or better name a bucket of a storage that heeds conditions in STATE_BUCKET (AWS S3 does).";
    }

    private static String word(ConditionalWrites form) {
        return form.name().toLowerCase(Locale.ROOT);
    }
}
