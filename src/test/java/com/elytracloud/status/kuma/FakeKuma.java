package com.elytracloud.status.kuma;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import jakarta.ws.rs.ProcessingException;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Uptime Kuma's API without a network; an endpoint without a response answers 404. */
final class FakeKuma implements KumaApi {
    private final Map<String, Response> responses = new HashMap<>();
    private final List<String> requests = new ArrayList<>();

    /** What an endpoint answers, or throws as the client does. */
    interface Response {
        RestResponse<InputStream> get() throws InterruptedException;
    }

    FakeKuma metrics(Response response) {
        responses.put("metrics", response);
        return this;
    }

    FakeKuma heartbeats(Response response) {
        responses.put("heartbeats", response);
        return this;
    }

    FakeKuma statusPage(Response response) {
        responses.put("statusPage", response);
        return this;
    }

    /** A response with status 200 and this body. */
    static Response ok(String type, byte[] body) {
        return () -> ResponseBuilder.<InputStream>ok(new ByteArrayInputStream(body))
                .header("Content-Type", type)
                .build();
    }

    /** The endpoints that were called, each as often as it was. */
    List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    @Override
    public RestResponse<InputStream> metrics(String authorization) {
        return respond("metrics");
    }

    @Override
    public RestResponse<InputStream> heartbeats(String slug) {
        return respond("heartbeats");
    }

    @Override
    public RestResponse<InputStream> statusPage(String slug) {
        return respond("statusPage");
    }

    @Override
    public RestResponse<InputStream> uptimeBadge(String id, String span) {
        return respond("badge " + id + " " + span);
    }

    FakeKuma badge(String idAndSpan, Response response) {
        responses.put("badge " + idAndSpan, response);
        return this;
    }

    /** Never answers. */
    static RestResponse<InputStream> never() throws InterruptedException {
        new CountDownLatch(1).await();
        throw new IllegalStateException("nobody counts down");
    }

    private RestResponse<InputStream> respond(String endpoint) {
        synchronized (requests) {
            requests.add(endpoint);
        }
        try {
            return responses
                    .getOrDefault(endpoint, () -> RestResponse.status(RestResponse.Status.NOT_FOUND))
                    .get();
        } catch (InterruptedException e) {
            throw new ProcessingException(e);
        }
    }
}
