package com.elytracloud.status.alert;

import java.util.List;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jboss.resteasy.reactive.RestResponse;

/** SendGrid's v3 address for sending mail; it answers 202 and no body. */
@Path("v3/mail/send")
interface SendGridApi {
    @POST
    RestResponse<String> send(@HeaderParam("Authorization") String bearer, Mail mail);

    /** One mail, in SendGrid's words. */
    record Mail(List<Personalization> personalizations, Address from, String subject, List<Content> content) {}

    /** Who gets it. */
    record Personalization(List<Address> to) {}

    /** One mail address. */
    record Address(String email) {}

    /** A body of the mail. */
    record Content(@JsonProperty("type") String mediaType, String value) {}
}
