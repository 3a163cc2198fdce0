package com.elytracloud.status.alert;

import java.io.InputStream;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.rest.client.reactive.Url;
import org.jboss.resteasy.reactive.RestResponse;

/** The services that take alerts, each at a whole address. */
@Path("")
@Consumes(MediaType.APPLICATION_JSON)
interface AlertApi {
    /** SendGrid's v3 endpoint for sending mail; it answers 202 and no body. */
    @POST
    RestResponse<InputStream> mail(@Url String address, @HeaderParam("Authorization") String bearer, Mail mail);

    /** Slack's incoming webhook; it answers 200 with the text "ok". */
    @POST
    RestResponse<InputStream> slack(@Url String address, Message message);

    /** A webhook that receives our JSON. */
    @POST
    RestResponse<InputStream> event(@Url String address, Event event);

    /** A dead man's switch. */
    @GET
    RestResponse<InputStream> ping(@Url String address);

    /** One mail, with SendGrid's field names. */
    record Mail(List<Personalization> personalizations, Address from, String subject, List<Content> content) {}

    record Personalization(List<Address> to) {}

    record Address(String email) {}

    record Content(@JsonProperty("type") String mediaType, String value) {}

    /** One message for Slack; mrkdwn is off, so that nothing in a text is taken as a link or a mention. */
    record Message(String text, boolean mrkdwn) {}

    /** One message for a webhook; its fields are documented in {@code docs/alerts.md} and do not change. */
    record Event(
            @JsonProperty("schema_version") int schemaVersion,
            String kind,
            String alert,
            boolean critical,
            String since,
            String at,
            String title,
            String text,
            String detail) {}
}
