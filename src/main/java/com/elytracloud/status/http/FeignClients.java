package com.elytracloud.status.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import feign.Feign;
import feign.Request;
import feign.Retryer;
import feign.Target;
import feign.codec.EncodeException;

/**
 * Makes a client of an interface whose methods are the addresses of a service, and whose answers are plain responses:
 * each caller reads them by its own rules.
 */
public final class FeignClients {
    private static final ObjectMapper JSON = new ObjectMapper();

    private FeignClients() {}

    /** One for a service at a base address. */
    public static <A> A of(Class<A> api, URI base, Duration connect, Duration read) {
        return client(connect, read).target(new Target.HardCodedTarget<>(api, withoutSlash(base)));
    }

    /** One for a service that is a single address, whatever that holds; the paths of the interface are empty. */
    public static <A> A at(Class<A> api, URI address, Duration connect, Duration read) {
        return client(connect, read).target(new WholeAddress<>(api, address));
    }

    private static Feign.Builder client(Duration connect, Duration read) {
        return Feign.builder()
                .client(new UrlConnectionClient())
                .retryer(Retryer.NEVER_RETRY)
                .options(new Request.Options(
                        connect.toMillis(), TimeUnit.MILLISECONDS, read.toMillis(), TimeUnit.MILLISECONDS, false))
                .encoder((body, type, request) -> request.body(json(body), StandardCharsets.UTF_8));
    }

    private static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new EncodeException("a message that cannot be written as JSON", e);
        }
    }

    private static String withoutSlash(URI base) {
        String text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
