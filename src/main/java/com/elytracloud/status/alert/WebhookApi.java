package com.elytracloud.status.alert;

import java.io.InputStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.rest.client.reactive.Url;
import org.jboss.resteasy.reactive.RestResponse;

/** Generic webhooks: one that receives our JSON, and one that is only requested. */
@Path("")
interface WebhookApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    RestResponse<InputStream> post(@Url String address, Event event);

    @GET
    RestResponse<InputStream> ping(@Url String address);

    /** One message; its fields are documented in {@code docs/alerts.md} and do not change. */
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
