package com.elytracloud.status.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A monitoring service on loopback that answers as a real one would, now, and fails on demand. */
public abstract class Replay implements AutoCloseable {
    private final AtomicInteger requests = new AtomicInteger();
    private final InetSocketAddress address;
    private HttpServer server;

    /** Starts answering on a free port of loopback. */
    // Nobody asks before the constructor of the service has ended.
    @SuppressWarnings("this-escape")
    protected Replay() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        address = server.getAddress();
    }

    /** What operators call it. */
    public abstract String service();

    /** The settings that let us in. */
    public abstract Map<String, String> variables();

    /** Monitors that are up, as a whole operational, and components of them. */
    public abstract Map<String, String> healthy();

    /** From now on one of the healthy is down. */
    public abstract void failOne();

    /** From now on most of the healthy are down. */
    public abstract void failMost();

    /** From now on every monitor is as it was at first. */
    public abstract void recover();

    abstract void serve(HttpExchange exchange) throws IOException;

    /** Its base URL; stays the same over {@link #goAway} and {@link #comeBack}. */
    public String url() {
        return "http://127.0.0.1:" + address.getPort();
    }

    /** How many requests came so far. */
    public int requests() {
        return requests.get();
    }

    /** Stops answering: connections are refused. */
    public void goAway() {
        server.stop(0);
    }

    /** Answers again, at the same address. */
    public void comeBack() throws IOException {
        server = listen(address);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    static String resource(String name) {
        try (InputStream in = Replay.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer listen(InetSocketAddress where) throws IOException {
        HttpServer listening = HttpServer.create(where, 0);
        listening.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "replay");
            thread.setDaemon(true);
            return thread;
        }));
        listening.createContext("/", exchange -> {
            requests.incrementAndGet();
            serve(exchange);
        });
        listening.start();
        return listening;
    }
}
