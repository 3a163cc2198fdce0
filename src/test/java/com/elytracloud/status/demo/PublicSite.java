package com.elytracloud.status.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Serves the public bucket on localhost, as a CDN would: fetches each file from it without credentials. */
final class PublicSite implements AutoCloseable {
    private static final List<String> PASSED_ON = List.of("Content-Type", "Cache-Control", "ETag", "Last-Modified");

    private final URI bucket;
    private final HttpServer server;

    /**
     * Starts serving.
     *
     * @param port 0 for any free one
     */
    PublicSite(URI bucket, int port) throws IOException {
        this.bucket = bucket;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "public-site");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String file = path.endsWith("/") ? path + "index.html" : path;
        HttpURLConnection origin =
                (HttpURLConnection) URI.create(bucket + file).toURL().openConnection();
        int status = origin.getResponseCode();
        byte[] body = status == HttpURLConnection.HTTP_OK
                ? origin.getInputStream().readAllBytes()
                : "There is no such file.\n".getBytes(StandardCharsets.UTF_8);
        for (String header : PASSED_ON) {
            if (origin.getHeaderField(header) != null) {
                exchange.getResponseHeaders().set(header, origin.getHeaderField(header));
            }
        }
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
