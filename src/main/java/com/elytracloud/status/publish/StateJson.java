package com.elytracloud.status.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.run.StateStore.Stored;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What a run remembers as the bytes of one JSON object. Its last key, {@code sha256}, is the hash of the object without
 * that key: a state that was cut, mixed or edited is known as such.
 *
 * <p>With full history, 200 monitors and 200 backup series it stays below 160 KiB whatever their weights. What grows is 6 bytes
 * for each further monitor with an id of five digits, and about 600 bytes for each series:
 * 5,000 of both stay below 3,000 KiB. Times are kept in whole seconds.
 */
public final class StateJson {
    /** The form that is written; older ones are read, later ones left alone. */
    static final int SCHEMA = 4;
    /** More than any state of ours has: ten thousand monitors with the longest ids, and as many tenants. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    /** What is larger is not even kept aside: it is left where it is. */
    static final int MOST_KEPT_BYTES = 4 * MOST_BYTES;

    static final String TOO_LARGE = "it has more than %d bytes".formatted(MOST_KEPT_BYTES);

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern SEAL = Pattern.compile(",\"sha256\":\"([0-9a-f]{64})\"}\n");
    private static final int SEAL_LENGTH = seal("0".repeat(64)).length();

    private StateJson() {}

    /** The state in UTF-8. */
    public static byte[] toBytes(RunState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            new StateWriter(json).write(state);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return sealed(bytes.toByteArray());
    }

    /** Reads a state of any schema; whatever is wrong with it is a condition and never an exception. */
    public static Parsed parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return Parsed.corrupt("has more than %d bytes".formatted(MOST_BYTES));
        }
        try {
            return parse(bytes, StrictJson.parse(bytes));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return Parsed.corrupt(Objects.requireNonNullElse(e.getMessage(), "is malformed"));
        }
    }

    private static Parsed parse(byte[] bytes, StrictJson json) {
        long schema = json.number("schema", 1, Integer.MAX_VALUE);
        if (schema > SCHEMA) {
            return new Parsed(
                    Condition.NEWER,
                    RunState.FIRST,
                    "is of schema %d, which a later version of this program wrote; it is left alone".formatted(schema));
        }
        json.require(isSealed(bytes), "sha256", "is not the hash of the rest");
        return new Parsed(Condition.FOUND, new StateReader(json, Math.toIntExact(schema)).read(), "");
    }

    /** A state that cannot be understood, of which every byte is kept. */
    static Stored keptAside(String version, String why, String place) {
        return new Stored(
                Condition.CORRUPT, RunState.FIRST, version, "%s; its bytes are kept as %s".formatted(why, place));
    }

    /** A state that cannot be understood, in whose place nothing may be written. */
    static Stored leftAlone(String why, String place, String because) {
        return new Stored(
                Condition.UNAVAILABLE,
                RunState.FIRST,
                "",
                "%s; its bytes could not be kept as %s, so it is left alone: %s".formatted(why, place, because));
    }

    /** Puts the hash of a JSON object in as its last key. */
    static byte[] sealed(byte[] object) {
        byte[] seal = seal(Hashes.sha256(object)).getBytes(UTF_8);
        byte[] whole = Arrays.copyOf(object, object.length - 1 + seal.length);
        System.arraycopy(seal, 0, whole, object.length - 1, seal.length);
        return whole;
    }

    private static boolean isSealed(byte[] bytes) {
        int start = Math.max(0, bytes.length - SEAL_LENGTH);
        Matcher seal = SEAL.matcher(new String(bytes, start, bytes.length - start, ISO_8859_1));
        byte[] object = Arrays.copyOf(bytes, start + 1);
        object[start] = '}';
        return seal.matches() && seal.group(1).equals(Hashes.sha256(object));
    }

    private static String seal(String hash) {
        return ",\"sha256\":\"%s\"}\n".formatted(hash);
    }

    /**
     * What was found in the bytes.
     *
     * @param condition found, corrupt or newer
     * @param state {@link RunState#FIRST} unless it was found
     * @param remark what is wrong, without a value of the state
     */
    public record Parsed(Condition condition, RunState state, String remark) {
        static Parsed corrupt(String why) {
            return new Parsed(Condition.CORRUPT, RunState.FIRST, why);
        }
    }
}
