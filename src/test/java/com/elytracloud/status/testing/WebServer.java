package com.elytracloud.status.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.SiteFile.Caching;

/** Serves files from memory on loopback to every origin, with headers of the test's choice. */
public final class WebServer implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, SiteFile> files = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private volatile boolean caches;

    /** Starts on a free port. */
    public WebServer() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(WebServer::daemon));
        server.createContext("/", this::serve);
        server.start();
    }

    /** Where a path is served. */
    public URI address(String path) {
        return URI.create("http://localhost:%d/%s".formatted(server.getAddress().getPort(), path));
    }

    /** Serves a site in a folder; what was there before stays unless it is replaced. */
    public void put(String folder, Collection<SiteFile> site) {
        site.forEach(file -> files.put("/" + folder + file.path(), file));
    }

    /** Serves one text. */
    public void put(String path, String contentType, String text) {
        files.put("/" + path, new SiteFile(path, contentType, Caching.BRIEF, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a header with every answer from now on. */
    public void header(String name, String value) {
        headers.put(name, value);
    }

    /** From now on each file is served with the headers that it is published with, and not again to whoever has it. */
    public void asPublished() {
        caches = true;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        SiteFile file = files.get(exchange.getRequestURI().getPath());
        byte[] body = file == null ? new byte[] {'?'} : file.bytes();
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        if (file != null) {
            exchange.getResponseHeaders().set("Content-Type", file.contentType());
        }
        if (file != null && caches) {
            String version = "\"%08x\"".formatted(Arrays.hashCode(file.bytes()));
            exchange.getResponseHeaders().set("Cache-Control", file.caching().header());
            exchange.getResponseHeaders().set("ETag", version);
            if (version.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                exchange.close();
                return;
            }
        }
        exchange.sendResponseHeaders(file == null ? 404 : 200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "web-server");
        thread.setDaemon(true);
        return thread;
    }
}
