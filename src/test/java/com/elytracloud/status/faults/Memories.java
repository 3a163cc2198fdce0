package com.elytracloud.status.faults;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a run left in the memory, and what else could have left it. */
final class Memories {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Memories() {}

    /** The memory as JSON. */
    static ObjectNode read(byte[] memory) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(memory))) {
            return (ObjectNode) JSON.readTree(gzip);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The number of the run that wrote it. */
    static long seq(byte[] memory) {
        return read(memory).at("/state/seq").asLong();
    }

    /** What the memory holds, as text. */
    static String text(byte[] memory) {
        return read(memory).toString();
    }

    /** The same memory changed. */
    static byte[] changed(byte[] memory, Consumer<ObjectNode> change) {
        ObjectNode json = read(memory);
        change.accept(json);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(bytes(json.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A memory of the third form, with an outage on one day. */
    static byte[] ofSchemaThree(byte[] memory, long outageDay) {
        ObjectNode old = JSON.createObjectNode().put("schema", 3).put("seq", seq(memory));
        ObjectNode now = (ObjectNode) read(memory).get("state");
        old.set("slot", now.get("slot"));
        old.set("written_at", now.get("written_at"));
        old.putObject("damping")
                .put("bad", 0)
                .put("good", 0)
                .put("unknowns", 0)
                .put("confirmed", now.at("/flaps/confirmed").asText());
        old.putObject("monitors");
        ObjectNode ledger = old.putObject("ledger").putNull("sampled_at").put("weight", 1);
        ledger.putArray("hours");
        ledger.putArray("days");
        old.putArray("figures");
        old.putArray("history").add(outageDay).add("X");
        old.putArray("transitions");
        return bytes(old.toString());
    }

    /** The text in UTF-8. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
