package com.elytracloud.status.alert;

import feign.Headers;
import feign.RequestLine;
import feign.Response;

/** Slack's incoming webhook; it answers 200 with the text "ok". */
@Headers("Content-Type: application/json")
interface SlackApi {
    @RequestLine("POST")
    Response post(Message message);

    /** One message; mrkdwn off, so that nothing in a text is taken as a link or a mention. */
    record Message(String text, boolean mrkdwn) {}
}
