package com.elytracloud.status.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpVersion;
import org.jboss.resteasy.reactive.client.impl.ClientRequestContextImpl;

import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.TlsConfig;

/**
 * Builds clients of JAX-RS interfaces whose methods return {@code RestResponse<InputStream>}: each status code is a
 * response, and the caller decodes and limits the body.
 */
@Singleton
public record RestClients(TlsConfig tls) {
    /**
     * A client of the service at this base address. It speaks HTTP/1.1 only, because Uptime Kuma closes the connection
     * on an upgrade to HTTP/2, and keeps no connection: a function may be frozen between two calls. Its own timeouts only
     * end what a caller has left: {@link ApiCaller} limits the whole exchange.
     *
     * @param headers further ones, read at each request, because secrets can change
     */
    public <A> A of(Class<A> api, URI base, Supplier<Map<String, Secret>> headers) {
        QuarkusRestClientBuilder client = QuarkusRestClientBuilder.newBuilder()
                .baseUri(base)
                .connectTimeout(2, TimeUnit.SECONDS)
                .readTimeout(4, TimeUnit.SECONDS)
                .followRedirects(false)
                .disableDefaultMapper(true)
                .httpClientOptionsCustomizer(options ->
                        options.setProtocolVersion(HttpVersion.HTTP_1_1).setKeepAlive(false))
                .register((ClientResponseFilter) RestClients::hangUp)
                .register((ClientRequestFilter) request -> headers.get()
                        .forEach((name, value) -> request.getHeaders().putSingle(name, value.value())));
        tls.trustStore().ifPresent(client::trustStore);
        return client.build(api);
    }

    // Closing the body alone would receive it to its end, if it has one.
    private static void hangUp(ClientRequestContext request, ClientResponseContext response) {
        HttpClientResponse received = ((ClientRequestContextImpl) request)
                .getRestClientRequestContext()
                .getVertxClientResponse();
        if (received == null || response.getEntityStream() == null) {
            return; // the request failed without a response
        }
        response.setEntityStream(new FilterInputStream(response.getEntityStream()) {
            @Override
            public void close() throws IOException {
                received.request().connection().close();
                super.close();
            }
        });
    }
}
