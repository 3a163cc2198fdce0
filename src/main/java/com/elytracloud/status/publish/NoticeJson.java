package com.elytracloud.status.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.Reading;

/** The operator's notice as bytes, and back; a person may have written them by hand. */
final class NoticeJson {
    /** Far more than a notice has. */
    static final int MOST_BYTES = 16 * 1024;

    private static final JsonFactory JSON = new JsonFactory();

    private NoticeJson() {}

    static byte[] toBytes(Notice notice) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("status", notice.status().name().toLowerCase(Locale.ROOT));
            json.writeStringField("title", notice.title());
            json.writeStringField("message", notice.message());
            json.writeStringField(
                    "started_at", ShortForms.wholeSeconds(notice.startedAt()).toString());
            json.writeStringField(
                    "expires_at", ShortForms.wholeSeconds(notice.expiresAt()).toString());
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** @param place where the bytes lie, for the operator */
    static Reading<Notice> parse(byte[] bytes, String place) {
        if (bytes.length > MOST_BYTES) {
            return unreadable(place, "has more than %d bytes".formatted(MOST_BYTES));
        }
        try {
            StrictJson json =
                    StrictJson.parse(bytes).withExactly("status", "title", "message", "started_at", "expires_at");
            return new Reading.Found<>(new Notice(
                    json.word("status", PlatformStatus.class),
                    json.text("title"),
                    json.text("message"),
                    json.time("started_at"),
                    json.time("expires_at")));
        } catch (IllegalArgumentException | DateTimeException e) {
            return unreadable(place, e.getMessage());
        }
    }

    private static Reading<Notice> unreadable(String place, String why) {
        return new Reading.Failed<>(new Failure(Reason.UNREADABLE, "%s: %s".formatted(place, why)));
    }
}
