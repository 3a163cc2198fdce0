package com.elytracloud.status.rehearsal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A monitoring service and an object storage of cardboard, on loopback, that keep nothing longer than they stand. */
final class Stage implements AutoCloseable {
    private static final String BACKUPS = "rehearsal-backups";
    private static final String SITE = "rehearsal-site";
    private static final int BACKUP_BYTES = 65_536;
    private static final int NIGHTS = 7;

    private final Instant now;
    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, Kept> objects = new ConcurrentHashMap<>();

    private record Kept(Headers headers, String etag, String text) {}

    Stage(Instant now) throws IOException {
        this.now = now;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "stage");
            thread.setDaemon(true);
            return thread;
        });
        // Of the backups the newest alone is looked at itself.
        String newest = "/%s/%s".formatted(BACKUPS, keyOfBackup(NIGHTS - 1));
        objects.put(newest, new Kept(new Headers(), markOfBackup(NIGHTS - 1), "-".repeat(BACKUP_BYTES)));
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    /** The settings of a run on it. */
    Map<String, String> variables() {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "UPTIME_KUMA_URL",
                address,
                "UPTIME_KUMA_API_KEY",
                "uk1_rehearsalRehearsalRehearsal",
                "SPACES_ENDPOINT",
                address,
                "SPACES_ACCESS_KEY",
                "REHEARSALKEY",
                "SPACES_SECRET_KEY",
                "rehearsal/secret+key",
                "BACKUP_BUCKET",
                BACKUPS,
                "STATUS_BUCKET",
                SITE,
                "STATUS_PUBLIC_URL",
                address + "/" + SITE + "/status.json");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/metrics" -> {
                exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
                answer(exchange, 200, metrics());
            }
            case "/" + BACKUPS, "/" + BACKUPS + "/" ->
                answer(exchange, 200, listing(exchange.getRequestURI().getQuery()));
            default -> object(exchange, path, body);
        }
    }

    private void object(HttpExchange exchange, String path, String body) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            // Any mark will do that another text does not have.
            objects.put(path, new Kept(exchange.getRequestHeaders(), Integer.toHexString(body.hashCode()), body));
            answer(exchange, 200, "");
            return;
        }
        Kept found = objects.get(path);
        if (found == null) {
            answer(exchange, 404, "<Error><Code>NoSuchKey</Code></Error>");
            return;
        }
        Headers headers = exchange.getResponseHeaders();
        found.headers().forEach((name, values) -> {
            if (isKept(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, values);
            }
        });
        headers.set("ETag", '"' + found.etag() + '"');
        headers.set("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        answer(exchange, 200, found.text());
    }

    private static boolean isKept(String header) {
        return header.equals("content-type") || header.equals("cache-control") || header.startsWith("x-amz-meta-");
    }

    // What started long ago knows all its monitors.
    private String metrics() throws IOException {
        try (InputStream in = Stage.class.getResourceAsStream("metrics.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text + "process_start_time_seconds "
                    + now.minus(1, ChronoUnit.DAYS).getEpochSecond() + "\n";
        }
    }

    private String listing(String query) {
        if (query != null && query.contains("uploads")) {
            return "<ListMultipartUploadsResult><IsTruncated>false</IsTruncated></ListMultipartUploadsResult>";
        }
        return "<ListBucketResult><Name>%s</Name><IsTruncated>false</IsTruncated>%s</ListBucketResult>"
                .formatted(
                        BACKUPS,
                        IntStream.range(0, NIGHTS).mapToObj(this::backup).collect(Collectors.joining()));
    }

    // In the order of their keys, as S3 lists them.
    private String backup(int night) {
        return "<Contents><Key>%s</Key><LastModified>%s</LastModified><ETag>&quot;%s&quot;</ETag><Size>%d</Size></Contents>"
                .formatted(keyOfBackup(night), timeOfBackup(night), markOfBackup(night), BACKUP_BYTES);
    }

    private String keyOfBackup(int night) {
        return "backups/tenant/%s.tar.gz"
                .formatted(timeOfBackup(night).toString().substring(0, 10));
    }

    private Instant timeOfBackup(int night) {
        return now.truncatedTo(ChronoUnit.SECONDS).minus(NIGHTS - 1L - night, ChronoUnit.DAYS);
    }

    private static String markOfBackup(int night) {
        return Integer.toString(night);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || bytes.length == 0;
        if (bodiless) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
        }
        exchange.sendResponseHeaders(status, bodiless ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            if (!bodiless) {
                out.write(bytes);
            }
        }
    }
}
