package com.elytracloud.status.betterstack;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** One page of the list of monitors, with Better Stack's field names; fields that are not used are ignored. */
record MonitorPage(List<Entry> data, Pagination pagination) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    MonitorPage {
        data = List.copyOf(data);
        Objects.requireNonNull(pagination, "pagination");
    }

    /** @throws IOException if it is not JSON, or does not contain whether it is the last page */
    static MonitorPage parse(InputStream body) throws IOException {
        MonitorPage page = JSON.readValue(body, MonitorPage.class);
        if (page == null) {
            throw new IOException("no page");
        }
        return page;
    }

    /** @param next the address of the next page; null if this is the last */
    record Pagination(@JsonProperty(required = true) URI next) {}

    record Entry(String id, Attributes attributes) {
        Entry {
            id = Objects.requireNonNullElse(id, "");
            attributes = Objects.requireNonNullElse(attributes, new Attributes("", "", "", "", 0));
        }

        /** The entry, without a status if a later page reports another one. */
        Entry mergedWith(Entry later) {
            return attributes.status.equals(later.attributes.status) ? this : new Entry(id, null);
        }
    }

    /**
     * The attributes that are used; credentials of the checks are among the others.
     *
     * @param checkFrequency in seconds
     */
    record Attributes(String status, String pronounceableName, String url, String lastCheckedAt, long checkFrequency) {
        Attributes {
            status = Objects.requireNonNullElse(status, "");
            pronounceableName = Objects.requireNonNullElse(pronounceableName, "");
            url = Objects.requireNonNullElse(url, "");
            lastCheckedAt = Objects.requireNonNullElse(lastCheckedAt, "");
        }
    }
}
