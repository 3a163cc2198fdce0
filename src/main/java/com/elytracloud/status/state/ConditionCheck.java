package com.elytracloud.status.state;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ConditionalWrites;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.ObjectVersion;
import com.elytracloud.status.objectstore.VersionedObject;
import com.elytracloud.status.objectstore.VersionedObject.Content;
import com.elytracloud.status.objectstore.VersionedObject.GivesWay;
import com.elytracloud.status.objectstore.VersionedObject.Outcome;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;

/** Whether a storage honours conditions in the configured form, and if not, in which form it would. */
final class ConditionCheck {
    private static final String NAME = "conditional writes";
    private static final String BOTH_MAY_WIN = ": of two runs at the same moment both may win";

    private final Bucket bucket;
    private final String key;

    /** On a test object that exists. */
    ConditionCheck(Bucket bucket, String key) {
        this.bucket = bucket;
        this.key = key;
    }

    DoctorReport check(ConditionalWrites form, Deadline deadline) {
        try {
            return row(form, deadline);
        } catch (ObjectStoreException e) {
            return Part.STATE.grey(NAME, "not known: " + e.failure());
        }
    }

    private DoctorReport row(ConditionalWrites form, Deadline deadline) throws ObjectStoreException {
        if (form == ConditionalWrites.OFF) {
            return Part.STATE.amber(NAME, "are off" + BOTH_MAY_WIN, advice(form, deadline));
        }
        Optional<String> fault = fault(form, deadline);
        return fault.isEmpty()
                ? Part.STATE.green(NAME, "If-Match is honoured in the form " + word(form))
                : Part.STATE.red(
                        NAME,
                        "If-Match in the form %s is %s".formatted(word(form), fault.get()) + BOTH_MAY_WIN,
                        advice(form, deadline));
    }

    // As a run writes the state: once over the existing version, and once over a version that no longer exists.
    private Optional<String> fault(ConditionalWrites form, Deadline deadline) throws ObjectStoreException {
        VersionedObject object = new VersionedObject(bucket, key, form, GivesWay.TO_ANY_OTHER);
        ObjectVersion known = bucket.look(key, deadline);
        if (object.write(next(known), known, deadline) != Outcome.WRITTEN) {
            return Optional.of("always refused");
        }
        return object.write(next(known), known, deadline) == Outcome.SUPERSEDED
                ? Optional.empty()
                : Optional.of("ignored");
    }

    // Different bytes each time, and so another ETag.
    private static Content next(ObjectVersion known) {
        byte[] bytes = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        return new Content(bytes, known.seq() + 1, false, request -> {});
    }

    private String advice(ConditionalWrites form, Deadline deadline) throws ObjectStoreException {
        for (ConditionalWrites other : Stream.of(ConditionalWrites.QUOTED, ConditionalWrites.BARE)
                .filter(one -> one != form)
                .toList()) {
            if (fault(other, deadline).isEmpty()) {
                return "Set STATE_CONDITIONAL_WRITES=%s: this storage honours it.".formatted(word(other));
            }
        }
        return "Set STATE_CONDITIONAL_WRITES=off, or better set STATE_BUCKET to a bucket of a storage that honours"
                + " conditions (AWS S3 does).";
    }

    private static String word(ConditionalWrites form) {
        return form.name().toLowerCase(Locale.ROOT);
    }
}
