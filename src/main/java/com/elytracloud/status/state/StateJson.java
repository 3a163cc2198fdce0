package com.elytracloud.status.state;

import java.io.IOException;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.run.StateStore.Condition;

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

    /** Reads a state of any schema; an invalid state is returned as a condition, never thrown. */
    public static Parsed parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Parsed.without(Condition.CORRUPT, "has more than %d bytes".formatted(MAX_BYTES));
        }
        try {
            int schema = PrivateJson.read(bytes, Schema.class).schema();
            if (schema > SCHEMA) {
                return Parsed.without(
                        Condition.NEWER,
                        "has schema %d of a later version of this program; it is left alone".formatted(schema));
            }
            return switch (schema) {
                case SCHEMA -> found(PrivateJson.read(bytes, StateFile.class).state());
                case OlderState.SCHEMA ->
                    found(PrivateJson.read(bytes, OlderState.class).migrated());
                default ->
                    Parsed.without(
                            Condition.CORRUPT, "has schema %d, which no released version wrote".formatted(schema));
            };
        } catch (IOException e) {
            return Parsed.without(Condition.CORRUPT, e.getMessage());
        } catch (RuntimeException e) {
            return Parsed.without(Condition.CORRUPT, "is not a state of schema " + OlderState.SCHEMA);
        }
    }

    private static Parsed found(RunState state) {
        return new Parsed(Condition.FOUND, state, "");
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

    /**
     * What the bytes hold.
     *
     * @param condition found, corrupt or newer
     * @param state {@link RunState#FIRST} unless it was found
     * @param warning what is wrong, without a value of the state
     */
    public record Parsed(Condition condition, RunState state, String warning) {
        private static Parsed without(Condition condition, String why) {
            return new Parsed(condition, RunState.FIRST, why);
        }
    }
}
