package com.elytracloud.status.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;

import com.elytracloud.status.contract.Json;
import com.elytracloud.status.domain.StatusOverride;
import com.elytracloud.status.domain.UptimeCounts;

/**
 * The form of every private object: the JSON of a record, gzipped. The CRC-32 that ends a gzip stream covers the JSON to
 * the last byte, so an object that was cut or altered is recognised without a checksum of our own.
 */
final class PrivateJson {
    /** More is cut off, and so not valid JSON. */
    private static final int MAX_UNPACKED = 64 * 1024 * 1024;

    static final JsonMapper MAPPER = Json.strict()
            .addModule(new SimpleModule().addSerializer(new StdDelegatingSerializer(Instant.class, new TimeWriter())))
            .withConfigOverride(
                    UptimeCounts.class, counts -> counts.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)))
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL))
            // Null stands for no override.
            .withConfigOverride(
                    StatusOverride.class, type -> type.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.SET)))
            .build();

    private PrivateJson() {}

    /** A record as bytes; the same record always gives the same bytes. */
    static byte[] write(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            MAPPER.writeValue(gzip, value);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Bytes as a record; JSON that is not gzipped is taken as well, because a person may have written it.
     *
     * @throws IOException whose message says what is wrong and where, without a value
     */
    static <T> T read(byte[] bytes, Class<T> type) throws IOException {
        boolean isGzip = bytes.length > 1 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
        byte[] json = isGzip ? unpack(bytes) : bytes;
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new IOException("is empty");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new IOException(Json.reason(e), e);
        }
    }

    private static byte[] unpack(byte[] bytes) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readNBytes(MAX_UNPACKED);
        } catch (IOException e) {
            throw new IOException("is cut short or altered: its gzip checksum does not match", e);
        }
    }

    /** Whole seconds. */
    private static final class TimeWriter extends StdConverter<Instant, String> {
        @Override
        public String convert(Instant at) {
            return (at.equals(Instant.MAX) ? at : at.truncatedTo(ChronoUnit.SECONDS)).toString();
        }
    }
}
