package com.elytracloud.status.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Lambda's Runtime API on loopback: hands out events and takes what becomes of them. */
final class RuntimeApi implements AutoCloseable {
    private static final String API = "/2018-06-01/runtime";

    private final HttpServer server;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final BlockingQueue<LocalLambda.Outcome> outcomes = new LinkedBlockingQueue<>();

    RuntimeApi() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(RuntimeApi::daemon));
        server.createContext(API, this::serve);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    void send(String event) {
        events.add(event);
    }

    /** The next report of the runtime, if there is one in time. */
    Optional<LocalLambda.Outcome> outcome(long seconds) throws InterruptedException {
        return Optional.ofNullable(outcomes.poll(seconds, TimeUnit.SECONDS));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(API.length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            switch (path) {
                case "/invocation/next" -> next(exchange);
                default -> {
                    report(path, body);
                    answer(exchange, 202, "{}");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(String path, String body) {
        if (path.startsWith("/invocation/") && !path.contains(requestId())) {
            throw new IllegalStateException("an answer to another event than the last: " + path);
        }
        if (path.endsWith("/response")) {
            outcomes.add(new LocalLambda.Outcome(LocalLambda.Outcome.Kind.RESPONSE, body));
        } else if (path.equals("/init/error")) {
            outcomes.add(new LocalLambda.Outcome(LocalLambda.Outcome.Kind.START_FAILED, body));
        } else if (path.endsWith("/error")) {
            outcomes.add(new LocalLambda.Outcome(LocalLambda.Outcome.Kind.ERROR, body));
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        String event = events.take();
        taken.incrementAndGet();
        exchange.getResponseHeaders()
                .putAll(Map.of(
                        "Lambda-Runtime-Aws-Request-Id", List.of(requestId()),
                        "Lambda-Runtime-Deadline-Ms", List.of(Long.toString(System.currentTimeMillis() + 45_000)),
                        "Lambda-Runtime-Invoked-Function-Arn",
                                List.of("arn:aws:lambda:eu-west-1:000000000000:function:s")));
        answer(exchange, 200, event);
    }

    private String requestId() {
        return "11111111-2222-3333-4444-%012d".formatted(taken.get());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        // Without a Content-Type the runtime's native client crashes.
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "local-lambda");
        thread.setDaemon(true);
        return thread;
    }
}
