package com.elytracloud.status.alert;

import java.io.InputStream;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jboss.resteasy.reactive.RestResponse;

/** SendGrid's v3 endpoint for sending mail; it answers 202 and no body. */
@Path("")
interface SendGridApi {
    @POST
    @Path("/v3/mail/send")
    @Consumes(MediaType.APPLICATION_JSON)
    RestResponse<InputStream> send(@HeaderParam("Authorization") String bearer, Mail mail);

    /** One mail, with SendGrid's field names. */
    record Mail(List<Personalization> personalizations, Address from, String subject, List<Content> content) {}

    /** The recipients. */
    record Personalization(List<Address> to) {}

    /** One mail address. */
    record Address(String email) {}

    /** A body of the mail. */
    record Content(@JsonProperty("type") String mediaType, String value) {}
}
