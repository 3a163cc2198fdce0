package com.elytracloud.status.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a run left in the memory, and what else could have left it. */
final class Memories {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Memories() {}

    /** The memory as JSON. */
    static ObjectNode read(byte[] memory) {
        try {
            return (ObjectNode) JSON.readTree(memory);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The number of the run that wrote it. */
    static long seq(byte[] memory) {
        return read(memory).path("seq").asLong();
    }

    /** The same memory changed, with a hash that is right. */
    static byte[] changed(byte[] memory, Consumer<ObjectNode> change) {
        ObjectNode json = read(memory);
        json.remove("sha256");
        change.accept(json);
        String text = json.toString();
        String seal = ",\"sha256\":\"%s\"}\n".formatted(sha256(text));
        return bytes(text.substring(0, text.length() - 1) + seal);
    }

    /** As the second form was, which knew less of the backups. */
    static byte[] ofSchemaTwo(byte[] memory) {
        return changed(memory, json -> {
            json.remove("backups");
            json.put("schema", 2).putObject("tenants");
        });
    }

    /** The text in UTF-8. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
