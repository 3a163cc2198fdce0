package com.elytracloud.status.alert;

import java.net.URI;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.quarkus.rest.client.reactive.Url;
import org.jboss.resteasy.reactive.RestResponse;

/** Slack's incoming webhook; it answers 200 with the text "ok". */
@Path("")
interface SlackApi {
    @POST
    RestResponse<String> post(@Url URI webhook, Message message);

    /** One message; mrkdwn off, so that nothing in a text is taken as a link or a mention. */
    record Message(String text, boolean mrkdwn) {}
}
