package com.elytracloud.status.state;

import java.io.IOException;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.run.StateStore.Stored;

/** The state of the runs as bytes, and back. */
public final class StateJson {
    /** The form that is written. That of the first version is migrated, newer ones are left alone. */
    static final int SCHEMA = 5;
    /** More than a state of ten thousand monitors has. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    private StateJson() {}

    /** The state in the present form. */
    public static byte[] toBytes(RunState state) {
        return PrivateJson.write(new StateFile(SCHEMA, state));
    }

    /** Reads a state of any schema; a warning about an invalid one holds no value of it. It has no version. */
    public static Stored parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return without(Condition.CORRUPT, "has more than %d bytes".formatted(MAX_BYTES));
        }
        try {
            int schema = PrivateJson.read(bytes, Schema.class).schema();
            if (schema > SCHEMA) {
                return without(
                        Condition.NEWER,
                        "has schema %d of a later version of this program; it is left alone".formatted(schema));
            }
            return switch (schema) {
                case SCHEMA -> found(PrivateJson.read(bytes, StateFile.class).state());
                case OlderState.SCHEMA ->
                    found(PrivateJson.read(bytes, OlderState.class).migrated());
                default ->
                    without(Condition.CORRUPT, "has schema %d, which no released version wrote".formatted(schema));
            };
        } catch (IOException e) {
            return without(Condition.CORRUPT, e.getMessage());
        } catch (RuntimeException e) {
            return without(Condition.CORRUPT, "is not a state of schema " + OlderState.SCHEMA);
        }
    }

    private static Stored found(RunState state) {
        return new Stored(Condition.FOUND, state, "", "");
    }

    private record StateFile(int schema, RunState state) {
        StateFile {
            Objects.requireNonNull(state, "state");
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    @SuppressWarnings("UnusedMethod") // Jackson calls the constructor
    private record Schema(int schema) {
        Schema {
            if (schema < 1) {
                throw new IllegalArgumentException("a schema is 1 or more");
            }
        }
    }

    private static Stored without(Condition condition, String why) {
        return new Stored(condition, RunState.FIRST, "", why);
    }
}
