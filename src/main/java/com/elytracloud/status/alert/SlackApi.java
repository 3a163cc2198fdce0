package com.elytracloud.status.alert;

import java.io.InputStream;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.rest.client.reactive.Url;
import org.jboss.resteasy.reactive.RestResponse;

/** Slack's incoming webhook; it answers 200 with the text "ok". */
@Path("")
interface SlackApi {
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    RestResponse<InputStream> post(@Url String address, Message message);

    /** One message; mrkdwn is off, so that nothing in a text is taken as a link or a mention. */
    record Message(String text, boolean mrkdwn) {}
}
