package com.elytracloud.status.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * As much of an S3 server as looking at backups needs, for whoever has no Ceph at hand: keeps the keys of a bucket and
 * makes up the rest, so that a million objects are there in a second. Every object is as old as its key says.
 */
final class KeysOnlyServer implements AutoCloseable {
    static final int OBJECT_BYTES = 1_100;

    private static final int PAGE = 1_000;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Map<String, NavigableSet<String>> buckets = new ConcurrentHashMap<>();
    private final HttpServer server;

    KeysOnlyServer() throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "keys-only-server");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Makes an object be there. */
    void add(String bucket, String key) {
        buckets.computeIfAbsent(bucket, name -> new ConcurrentSkipListSet<>()).add(key);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String[] bucketAndKey = exchange.getRequestURI().getPath().substring(1).split("/", 2);
        String key = bucketAndKey.length == 1 ? "" : bucketAndKey[1];
        NavigableSet<String> keys = buckets.getOrDefault(bucketAndKey[0], new ConcurrentSkipListSet<>());
        Map<String, String> query = query(exchange.getRequestURI());
        if (exchange.getRequestMethod().equals("PUT")) {
            add(bucketAndKey[0], key);
            answer(exchange, 200, "");
        } else if (query.containsKey("uploads")) {
            answer(
                    exchange,
                    200,
                    "<ListMultipartUploadsResult><IsTruncated>false</IsTruncated></ListMultipartUploadsResult>");
        } else if (key.isEmpty()) {
            answer(exchange, 200, page(bucketAndKey[0], keys, query));
        } else {
            head(exchange, keys.contains(key), key);
        }
    }

    private static String page(String bucket, NavigableSet<String> keys, Map<String, String> query) {
        String prefix = query.getOrDefault("prefix", "");
        String after = query.getOrDefault("continuation-token", query.getOrDefault("start-after", ""));
        StringBuilder xml = new StringBuilder("<ListBucketResult><Name>" + bucket + "</Name>");
        String last = after.compareTo(prefix) < 0 ? prefix : after;
        boolean byFolder = query.containsKey("delimiter");
        for (int i = 0; i < PAGE; i++) {
            String key = keys.higher(last);
            if (key == null || !key.startsWith(prefix)) {
                return xml.append("<IsTruncated>false</IsTruncated></ListBucketResult>")
                        .toString();
            }
            int end = byFolder ? key.indexOf('/', prefix.length()) : -1;
            xml.append(end < 0 ? contents(key) : folder(key.substring(0, end + 1)));
            // Behind everything within the folder: no key has a sign above this one.
            last = end < 0 ? key : key.substring(0, end + 1) + '\uffff';
        }
        return xml.append("<IsTruncated>true</IsTruncated><NextContinuationToken>%s</NextContinuationToken>"
                                .formatted(last)
                        + "</ListBucketResult>")
                .toString();
    }

    private static String folder(String name) {
        return "<CommonPrefixes><Prefix>%s</Prefix></CommonPrefixes>".formatted(name);
    }

    private static String contents(String key) {
        return ("<Contents><Key>%s</Key><LastModified>%s</LastModified><ETag>\"%s\"</ETag><Size>%d</Size>"
                        + "<StorageClass>STANDARD</StorageClass></Contents>")
                .formatted(key, takenAt(key), etag(key), OBJECT_BYTES);
    }

    private static void head(HttpExchange exchange, boolean isThere, String key) throws IOException {
        exchange.getResponseHeaders().set("ETag", '"' + etag(key) + '"');
        exchange.getResponseHeaders().set("Content-Length", String.valueOf(OBJECT_BYTES));
        exchange.sendResponseHeaders(isThere ? 200 : 404, -1);
        exchange.close();
    }

    private static Instant takenAt(String key) {
        Matcher day = DAY.matcher(key);
        LocalDate date = day.find() ? LocalDate.parse(day.group()) : LocalDate.EPOCH;
        return date.atTime(2, 0).toInstant(ZoneOffset.UTC);
    }

    private static String etag(String key) {
        return "%032x".formatted(Objects.hash(key));
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new HashMap<>();
        for (String part : Objects.requireNonNullElse(uri.getRawQuery(), "").split("&", -1)) {
            String[] nameAndValue = part.split("=", 2);
            query.put(
                    nameAndValue[0],
                    nameAndValue.length == 1 ? "" : URLDecoder.decode(nameAndValue[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
