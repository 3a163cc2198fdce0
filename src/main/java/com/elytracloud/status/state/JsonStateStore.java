package com.elytracloud.status.state;

import java.io.IOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.objectstore.ConditionalWriter.Outcome;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.StateStore;

/** The state of the runs in the private store. */
record JsonStateStore(PrivateStore store, String name) implements StateStore {
    /** The form that is written. Those of earlier versions are migrated, newer ones are left alone. */
    private static final int SCHEMA = 6;
    /** More than a state of ten thousand monitors has. */
    private static final int MAX_BYTES = 4 * 1024 * 1024;

    @Override
    public Stored read(Deadline deadline) {
        try {
            StoredObject found = store.read(name, deadline).orElse(null);
            if (found == null) {
                return without(Condition.MISSING, "");
            }
            Stored parsed = parse(found.bytes());
            String warning = parsed.warning().isEmpty() ? "" : store.location(name) + " " + parsed.warning();
            return parsed.condition() == Condition.CORRUPT
                    ? keepAside(found, warning, deadline)
                    : new Stored(
                            parsed.condition(), parsed.state(), found.version().etag(), warning);
        } catch (ObjectStoreException e) {
            return without(Condition.UNAVAILABLE, e.failure().toString());
        }
    }

    @Override
    public Written write(RunState next, Stored basis, Deadline deadline) {
        if (!basis.isWritable()) {
            return new Written(false, "");
        }
        try {
            Outcome outcome = store.replace(name, bytes(next), next.seq(), basis.version(), deadline);
            return new Written(outcome == Outcome.SUPERSEDED, outcome.warning(store.location(name)));
        } catch (ObjectStoreException e) {
            return new Written(false, e.failure().toString());
        }
    }

    static byte[] bytes(RunState state) {
        return PrivateJson.write(new StateFile(SCHEMA, state));
    }

    /** Reads a state of any schema; a warning about an invalid one holds no value of it. It has no version. */
    static Stored parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return without(Condition.CORRUPT, "has more than %d bytes".formatted(MAX_BYTES));
        }
        try {
            JsonNode json = PrivateJson.read(bytes, JsonNode.class);
            JsonNode number = json.path("schema");
            long schema = number.isIntegralNumber() && number.canConvertToLong() ? number.longValue() : 0;
            if (schema > SCHEMA) {
                String warning = "has schema %d of a later version of this program; it is left alone";
                return without(Condition.NEWER, warning.formatted(schema));
            }
            RunState state = schema == SCHEMA ? PrivateJson.read(bytes, StateFile.class).state : migrated(schema, json);
            return new Stored(Condition.FOUND, state, "", "");
        } catch (IOException e) {
            return without(Condition.CORRUPT, e.getMessage());
        } catch (RuntimeException e) {
            return without(Condition.CORRUPT, "'schema' is missing or is not that of its content");
        }
    }

    private static RunState migrated(long schema, JsonNode older) {
        ObjectNode first = PrivateJson.MAPPER.valueToTree(RunState.FIRST);
        return PrivateJson.MAPPER.convertValue(OlderState.migrate(schema, older, first), RunState.class);
    }

    // Bytes that could not be set aside are the only copy of the history: they stay, and the run has no state.
    private Stored keepAside(StoredObject found, String warning, Deadline deadline) {
        // By the time of the object: runs that cannot replace it do not keep it once more each.
        String stamp = found.lastModified().toString().replaceAll("[-:]|\\.\\d+", "");
        String aside = "state.corrupt-" + stamp;
        try {
            if (found.bytes().length > PrivateStore.MAX_BYTES) {
                String why = "it has more than %d bytes".formatted(PrivateStore.MAX_BYTES);
                throw new ObjectStoreException(new Failure(Reason.TOO_LARGE, why), null);
            }
            store.write(aside, found.bytes(), deadline);
            String kept = "%s; its bytes are kept as %s".formatted(warning, store.location(aside));
            return new Stored(Condition.CORRUPT, RunState.FIRST, found.version().etag(), kept);
        } catch (ObjectStoreException e) {
            String lost = "%s; its bytes could not be kept as %s, so it is left alone: %s";
            return without(Condition.UNAVAILABLE, lost.formatted(warning, store.location(aside), e.failure()));
        }
    }

    private static Stored without(Condition condition, String warning) {
        return new Stored(condition, RunState.FIRST, "", warning);
    }

    private record StateFile(int schema, RunState state) {}
}
