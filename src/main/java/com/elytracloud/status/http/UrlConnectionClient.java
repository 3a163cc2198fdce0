package com.elytracloud.status.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import feign.Client;
import feign.Request;
import feign.Response;

/**
 * Sends requests by the client of the platform, which the object storage uses too: one stack of HTTP, and next to
 * nothing at a cold start. It speaks HTTP/1.1 only, as Kuma needs it, which answers the upgrade to HTTP/2 by hanging up.
 *
 * <p>A connection is never kept: Kuma closes it after 5 s, and a frozen function would find it dead. Where one ends
 * before any answer, the platform asks once more by itself, unless there is a body to send.
 */
final class UrlConnectionClient implements Client {
    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(request.url()).toURL().openConnection();
        connection.setConnectTimeout(options.connectTimeoutMillis());
        connection.setReadTimeout(options.readTimeoutMillis());
        connection.setInstanceFollowRedirects(options.isFollowRedirects());
        connection.setUseCaches(false);
        connection.setRequestMethod(request.httpMethod().name());
        request.headers().forEach((name, values) -> connection.setRequestProperty(name, String.join(",", values)));
        connection.setRequestProperty("Connection", "close");
        try {
            connect(request.body(), connection);
            send(request.body(), connection);
            return response(request, connection);
        } catch (HttpRetryException e) {
            // To a refused body the platform does not answer with the refusal.
            connection.disconnect();
            return Response.builder()
                    .request(request)
                    .status(e.responseCode())
                    .headers(Map.of())
                    .build();
        } catch (IOException | RuntimeException e) {
            connection.disconnect();
            throw e;
        }
    }

    // By itself, because the platform names a connection and an answer that do not come alike.
    private static void connect(byte[] body, HttpURLConnection connection) throws IOException {
        if (body != null) {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
        }
        try {
            connection.connect();
        } catch (SocketTimeoutException e) {
            throw new NoRouteToHostException("nobody took the connection in time");
        }
    }

    private static void send(byte[] body, HttpURLConnection connection) throws IOException {
        if (body == null) {
            return;
        }
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
    }

    private static Response response(Request request, HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new ProtocolException("no HTTP");
        }
        InputStream body =
                status < HttpURLConnection.HTTP_BAD_REQUEST ? connection.getInputStream() : connection.getErrorStream();
        Response.Builder response =
                Response.builder().request(request).status(status).headers(headers(connection));
        if (body == null) {
            connection.disconnect();
            return response.build();
        }
        // Of unknown length, or else the library would read short bodies before anyone asked for them.
        return response.body(new WholeBody(body, connection), null).build();
    }

    private static Map<String, Collection<String>> headers(HttpURLConnection connection) {
        Map<String, Collection<String>> headers = new HashMap<>();
        connection.getHeaderFields().forEach((name, values) -> {
            if (name != null) { // the status line
                headers.put(name, List.copyOf(values));
            }
        });
        return headers;
    }
}
