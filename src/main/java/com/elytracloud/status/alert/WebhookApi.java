package com.elytracloud.status.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import feign.Headers;
import feign.RequestLine;
import feign.Response;

/** Any address that takes our JSON, and one that only wants to be called. */
interface WebhookApi {
    @RequestLine("POST")
    @Headers("Content-Type: application/json")
    Response post(Event event);

    @RequestLine("GET")
    Response ping();

    /** One message; its fields are a promise, {@code docs/alerts.md} tells each. */
    record Event(
            @JsonProperty("schema_version") int schemaVersion,
            String kind,
            String trouble,
            boolean critical,
            String since,
            String at,
            String title,
            String text,
            String detail) {}
}
