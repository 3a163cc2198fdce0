package com.elytracloud.status.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Uptime Kuma as it was recorded, answering now: the reply to {@code /metrics} of a real 2.5.3, with the time of its
 * start moved to half an hour ago and the state of single monitors changed on demand.
 */
public final class KumaReplay implements AutoCloseable {
    /** The key it accepts, in the form real keys have. */
    public static final String API_KEY = "uk1_demoDemoDemoDemoDemoDemoDemoDemoDemoDemo";

    private static final String RECORDING = "/kuma/2.5.3/metrics.txt";
    private static final Pattern STATUS =
            Pattern.compile("^(monitor_status\\{[^\\n]*?monitor_id=\"(\\d+)\"[^\\n]*} )\\d$", Pattern.MULTILINE);
    private static final Pattern START = Pattern.compile("^process_start_time_seconds .*$", Pattern.MULTILINE);

    private final String recorded;
    private final Map<String, Integer> changed = new ConcurrentHashMap<>();
    private final Set<String> forgotten = ConcurrentHashMap.newKeySet();
    private volatile String key = API_KEY;
    private final AtomicInteger requests = new AtomicInteger();
    private final InetSocketAddress address;
    private HttpServer server;

    /** Starts answering on a free port of loopback. */
    public KumaReplay() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        recorded = recording();
        server = listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        address = server.getAddress();
    }

    /** Its base URL; stays the same over {@link #goAway} and {@link #comeBack}. */
    public String url() {
        return "http://127.0.0.1:" + address.getPort();
    }

    /** How many requests came so far. */
    public int requests() {
        return requests.get();
    }

    /** From now on these monitors are down. */
    public void down(int... ids) {
        for (int id : ids) {
            changed.put(Integer.toString(id), 0);
        }
    }

    /** From now on these monitors are not there. */
    public void forget(int... ids) {
        for (int id : ids) {
            forgotten.add(Integer.toString(id));
        }
    }

    /** From now on the key is another one. */
    public void changeKey() {
        key = "uk2_changed";
    }

    /** From now on every monitor, and the key, is again as it was recorded. */
    public void recover() {
        changed.clear();
        forgotten.clear();
        key = API_KEY;
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

    private HttpServer listen(InetSocketAddress where) throws IOException {
        HttpServer listening = HttpServer.create(where, 0);
        listening.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "kuma-replay");
            thread.setDaemon(true);
            return thread;
        }));
        listening.createContext("/", this::serve);
        listening.start();
        return listening;
    }

    private void serve(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String basic = Base64.getEncoder().encodeToString((":" + key).getBytes(StandardCharsets.UTF_8));
        if (!exchange.getRequestURI().toString().equals("/metrics")) {
            answer(exchange, 200, "text/html; charset=utf-8", "<!DOCTYPE html><title>Uptime Kuma</title>");
        } else if (!("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic");
            answer(exchange, 401, "text/html; charset=utf-8", "");
        } else {
            answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", metrics());
        }
    }

    private String metrics() {
        String states = STATUS.matcher(recorded).replaceAll(line -> Matcher.quoteReplacement(state(line)));
        long start = Instant.now().minusSeconds(1800).getEpochSecond();
        return START.matcher(states).replaceAll("process_start_time_seconds " + start);
    }

    private String state(MatchResult line) {
        if (forgotten.contains(line.group(2))) {
            return "";
        }
        return changed.containsKey(line.group(2)) ? line.group(1) + changed.get(line.group(2)) : line.group();
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static String recording() {
        try (InputStream in = KumaReplay.class.getResourceAsStream(RECORDING)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
