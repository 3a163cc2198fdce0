package com.elytracloud.status.alert;

import java.net.URI;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.rest.client.reactive.Url;
import org.jboss.resteasy.reactive.RestResponse;

/** Any address that takes our JSON, and one that only wants to be called. */
@Path("")
interface WebhookApi {
    @POST
    RestResponse<String> post(@Url URI webhook, Event event);

    @GET
    RestResponse<String> ping(@Url URI heartbeat);

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
