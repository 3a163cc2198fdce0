package com.elytracloud.status.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import org.jboss.resteasy.reactive.client.impl.ClientRequestContextImpl;

/**
 * Closes the connection with the body: the client itself would go on receiving what nobody reads, for ever if the body
 * never ends.
 */
final class HangUp implements ClientResponseFilter {
    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        HttpClientResponse answer = ((ClientRequestContextImpl) request)
                .getRestClientRequestContext()
                .getVertxClientResponse();
        // Without an answer there is nothing to close; the client runs its filters all the same.
        if (answer != null && response.getEntityStream() != null) {
            response.setEntityStream(
                    new Closing(response.getEntityStream(), answer.request().connection()));
        }
    }

    private static final class Closing extends FilterInputStream {
        private final HttpConnection connection;

        Closing(InputStream in, HttpConnection connection) {
            super(in);
            this.connection = connection;
        }

        // The connection first: closing the stream alone would let it run dry.
        @Override
        public void close() throws IOException {
            connection.close();
            super.close();
        }
    }
}
