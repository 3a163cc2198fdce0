package com.elytracloud.status.alert;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.Response;

/** SendGrid's v3 address for sending mail; it answers 202 and no body. */
@Headers("Content-Type: application/json")
interface SendGridApi {
    @RequestLine("POST /v3/mail/send")
    @Headers("Authorization: {bearer}")
    Response send(@Param("bearer") String bearer, Mail mail);

    /** One mail, in SendGrid's words. */
    record Mail(List<Personalization> personalizations, Address from, String subject, List<Content> content) {}

    /** Who gets it. */
    record Personalization(List<Address> to) {}

    /** One mail address. */
    record Address(String email) {}

    /** A body of the mail. */
    record Content(@JsonProperty("type") String mediaType, String value) {}
}
