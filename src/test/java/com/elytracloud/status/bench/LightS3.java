package com.elytracloud.status.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * As much of S3 as a run asks for, and next to no time of its own: it believes every signature. The tests use a real
 * server, which would be half of what is measured here.
 */
final class LightS3 implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.of();

    private final HttpServer server;
    private final Map<String, NavigableMap<String, Stored>> buckets = new ConcurrentHashMap<>();
    private final List<String> requests = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent") // compared by no one
    private record Stored(byte[] bytes, Map<String, String> headers, String etag, Instant at) {}

    LightS3() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "light-s3");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::serve);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void put(String bucket, String key, byte[] bytes) {
        objects(bucket).put(key, new Stored(bytes, Map.of(), etag(bytes), Instant.now()));
    }

    /** The requests since the last time, each as its method, address, and whether it was signed. */
    List<String> requests() {
        synchronized (requests) {
            List<String> taken = List.copyOf(requests);
            requests.clear();
            return taken;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private NavigableMap<String, Stored> objects(String bucket) {
        return buckets.computeIfAbsent(bucket, any -> new ConcurrentSkipListMap<>());
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        URI uri = exchange.getRequestURI();
        String signed = exchange.getRequestHeaders().containsKey("Authorization") ? "signed" : "anonymous";
        synchronized (requests) {
            requests.add("%s %s %s %d".formatted(exchange.getRequestMethod(), uri, signed, body.length));
        }
        String[] place = uri.getPath().substring(1).split("/", 2);
        NavigableMap<String, Stored> objects = objects(place[0]);
        if (place.length < 2 || place[1].isEmpty()) {
            answer(exchange, 200, xml(list(place[0], objects, query(uri)), exchange));
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "PUT" -> put(exchange, objects, place[1], body);
            case "DELETE" -> {
                objects.remove(place[1]);
                answer(exchange, 204, new byte[0]);
            }
            default -> get(exchange, objects.get(place[1]));
        }
    }

    private static void put(HttpExchange exchange, NavigableMap<String, Stored> objects, String key, byte[] body)
            throws IOException {
        Headers headers = exchange.getRequestHeaders();
        Map<String, String> kept = headers.entrySet().stream()
                .filter(header -> isKept(header.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().get(0)));
        Stored fresh = new Stored(body, kept, etag(body), Instant.now());
        String basis = headers.getFirst("If-Match");
        boolean done;
        synchronized (objects) {
            Stored old = objects.get(key);
            done = (basis == null || (old != null && basis.replace("\"", "").equals(old.etag())))
                    && !(headers.containsKey("If-None-Match") && old != null);
            if (done) {
                objects.put(key, fresh);
            }
        }
        exchange.getResponseHeaders().add("ETag", '"' + fresh.etag() + '"');
        answer(exchange, done ? 200 : 412, new byte[0]);
    }

    private static boolean isKept(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return name.equals("content-type") || name.equals("cache-control") || name.startsWith("x-amz-meta-");
    }

    private static void get(HttpExchange exchange, Stored found) throws IOException {
        if (found == null) {
            answer(exchange, 404, xml("<Error><Code>NoSuchKey</Code></Error>", exchange));
            return;
        }
        Headers headers = exchange.getResponseHeaders();
        found.headers().forEach(headers::add);
        headers.add("ETag", '"' + found.etag() + '"');
        headers.add(
                "Last-Modified",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(found.at().atOffset(ZoneOffset.UTC)));
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.add("Content-Length", Integer.toString(found.bytes().length));
        }
        answer(exchange, 200, found.bytes());
    }

    private static String list(String bucket, NavigableMap<String, Stored> objects, Map<String, String> query) {
        if (query.containsKey("uploads")) {
            return "<ListMultipartUploadsResult><Bucket>%s</Bucket><IsTruncated>false</IsTruncated></ListMultipartUploadsResult>"
                    .formatted(bucket);
        }
        String prefix = query.getOrDefault("prefix", "");
        String after = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
        int most = Integer.parseInt(query.getOrDefault("max-keys", "1000"));
        Map<String, String> entries = entries(objects, prefix, query.getOrDefault("delimiter", ""));
        List<String> shown = entries.keySet().stream()
                .filter(key -> key.compareTo(after) > 0)
                .limit(most + 1L)
                .toList();
        boolean cut = shown.size() > most;
        String more = cut ? "<NextContinuationToken>%s</NextContinuationToken>".formatted(shown.get(most - 1)) : "";
        return "<ListBucketResult><Name>%s</Name><IsTruncated>%s</IsTruncated>%s%s</ListBucketResult>"
                .formatted(
                        bucket,
                        cut,
                        more,
                        shown.stream().limit(most).map(entries::get).collect(Collectors.joining()));
    }

    private static Map<String, String> entries(NavigableMap<String, Stored> objects, String prefix, String delimiter) {
        Map<String, String> entries = new TreeMap<>();
        objects.tailMap(prefix, true).forEach((key, object) -> {
            if (!key.startsWith(prefix)) {
                return;
            }
            int end = delimiter.isEmpty() ? -1 : key.indexOf(delimiter, prefix.length());
            if (end >= 0) {
                String folder = key.substring(0, end + delimiter.length());
                entries.put(folder, "<CommonPrefixes><Prefix>%s</Prefix></CommonPrefixes>".formatted(folder));
            } else {
                entries.put(
                        key,
                        "<Contents><Key>%s</Key><LastModified>%s</LastModified><ETag>&quot;%s&quot;</ETag><Size>%d</Size></Contents>"
                                .formatted(
                                        key,
                                        object.at().truncatedTo(ChronoUnit.SECONDS),
                                        object.etag(),
                                        object.bytes().length));
            }
        });
        return entries;
    }

    private static Map<String, String> query(URI uri) {
        return Stream.of(
                        uri.getRawQuery() == null
                                ? new String[0]
                                : uri.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static byte[] xml(String text, HttpExchange exchange) {
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            if (!bodiless) {
                out.write(body);
            }
        }
    }

    private static String etag(byte[] bytes) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
