package com.elytracloud.status.betterstack;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.StatusCode;

import static org.assertj.core.api.Assertions.assertThat;

/** Better Stack's API without a network; a page without a response answers 404. */
final class FakeBetterStack implements BetterStackApi {
    private final Map<Integer, Supplier<RestResponse<InputStream>>> pages = new HashMap<>();
    private final List<Integer> requests = new ArrayList<>();

    FakeBetterStack page(int number, String body) {
        return page(number, json(200, body));
    }

    FakeBetterStack page(int number, Supplier<RestResponse<InputStream>> response) {
        pages.put(number, response);
        return this;
    }

    /** The pages that were requested, each as often as it was. */
    List<Integer> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    @Override
    public RestResponse<InputStream> monitors(String authorization, int perPage, int page) {
        assertThat(authorization).isEqualTo("Bearer " + BetterStackStage.TOKEN);
        assertThat(perPage).isEqualTo(250);
        synchronized (requests) {
            requests.add(page);
        }
        return pages.getOrDefault(page, json(StatusCode.NOT_FOUND, "{}")).get();
    }

    static Supplier<RestResponse<InputStream>> json(int status, String body) {
        return response(status, "application/json; charset=utf-8", body);
    }

    static Supplier<RestResponse<InputStream>> response(int status, String type, String body) {
        return () -> ResponseBuilder.<InputStream>create(status)
                .header("Content-Type", type)
                .entity(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
