package com.elytracloud.status.backup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.S3Access;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

import static org.assertj.core.api.Assertions.assertThat;

/** Buckets of many objects, from a server that computes its keys instead of storing them. */
class LargeBucketTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final int PAGE = 1000;
    private static final String KEY = "backups/customer-%04d/%s.tar.gz";

    private final BoundedExecutor executor = new BoundedExecutor();
    private final ExecutorService threads = Executors.newFixedThreadPool(32);
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private int customers;
    private int nights;
    private int answered = Integer.MAX_VALUE;
    private String uploads = "<ListMultipartUploadsResult/>";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
        executor.close();
    }

    @Test
    void moreThanAFewPagesAreListedByCustomerAndWhole() {
        customers = 16;
        nights = 1010;

        BackupListing listing = read(Duration.ofMinutes(2));

        assertThat(listing.series()).hasSize(16).allMatch(series -> series.objects() == 1010);
        assertThat(listing.missing().isNothing()).isTrue();
        // Twelve pages in a row, the folders, the rest of the twelfth customer, two pages of each other one, the
        // uploads.
        assertThat(requests.get()).isEqualTo(12 + 1 + 1 + 2 * 4 + 1);
    }

    @Test
    void tenThousandObjectsTakeNoMoreRequestsThanPages() {
        customers = 100;
        nights = 100;

        assertThat(read(Duration.ofMinutes(1)).series()).hasSize(100);
        assertThat(requests.get()).isLessThanOrEqualTo(15);
    }

    @Test
    void manyFoldersTakeNoMoreThreadsThanAFew() {
        customers = 1_200;
        nights = 12;
        Set<Thread> before = readers();

        assertThat(read(Duration.ofMinutes(2)).series()).hasSize(1_200);
        // Sixteen folders at once, the uploads, and threads that end a call. An idle one stays for a minute.
        assertThat(readers()).filteredOn(thread -> !before.contains(thread)).hasSizeBetween(2, 32);
    }

    @Test
    void whatWasNotListedByTheDeadlineIsUnknown() {
        // A cold client takes its time, which counts against the deadline.
        read(Duration.ofMinutes(1));
        customers = 100;
        nights = 200;
        answered = requests.get() + 40;

        BackupListing listing = read(Duration.ofSeconds(3));

        assertThat(listing.missing().isNothing()).isFalse();
        assertThat(listing.series()).isNotEmpty();
        assertThat(listing.series())
                .filteredOn(series -> series.objects() < nights)
                .allMatch(series -> listing.missing().includes(series.customer()));
        assertThat(listing.missing().includes("customer-0000")).isFalse();
        assertThat(listing.missing().includes("customer-0099")).isTrue();
    }

    @Test
    void uploadsWithoutAnEndTakeAFewRequestsAndNotTheTimeOfTheRun() {
        customers = 1;
        nights = 10;
        uploads = "<ListMultipartUploadsResult><IsTruncated>true</IsTruncated><NextKeyMarker>a</NextKeyMarker>"
                + "<NextUploadIdMarker>a</NextUploadIdMarker></ListMultipartUploadsResult>";

        BackupListing listing = read(Duration.ofMinutes(1));

        assertThat(listing.series()).hasSize(1);
        assertThat(requests.get()).isEqualTo(1 + 20);
    }

    private static Set<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("elytra-"))
                .collect(Collectors.toSet());
    }

    private BackupListing read(Duration limit) {
        Map<String, String> variables = Map.of("BACKUP_BUCKET", "large");
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        S3Access access = new S3Access(endpoint, "us-east-1", () -> AwsBasicCredentials.create("id", "secret"));
        ObjectStore store = new ObjectStore(() -> access, ObjectStore.USUAL, TlsConfig.PLATFORM);
        BackupConfig config = new BackupConfig(new Variables(variables::get));
        return new S3BackupSource(config, store, executor)
                .read(NOW, Deadline.in(limit))
                .fold(found -> found, () -> null, failure -> {
                    throw new AssertionError(failure);
                });
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (requests.incrementAndGet() > answered) {
            return; // and the connection stays open
        }
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        byte[] body = (query.containsKey("uploads")
                        ? uploads
                        : query.containsKey("delimiter") ? folders(query) : objects(query))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String objects(Map<String, String> query) {
        int from = query.containsKey("continuation-token")
                ? Integer.parseInt(query.get("continuation-token"))
                : first(query.getOrDefault("start-after", ""), query.get("prefix"));
        StringBuilder xml = new StringBuilder();
        int index = from;
        while (index < customers * nights && index < from + PAGE && key(index).startsWith(query.get("prefix"))) {
            xml.append("<Contents><Key>").append(key(index)).append("</Key><LastModified>");
            xml.append(night(index % nights).plus(Duration.ofHours(2)))
                    .append("</LastModified><ETag>&quot;0&quot;</ETag>");
            xml.append("<Size>5000000</Size></Contents>");
            index++;
        }
        boolean more = index < customers * nights && key(index).startsWith(query.get("prefix"));
        return page(xml, more ? Integer.toString(index) : "");
    }

    private String folders(Map<String, String> query) {
        int from = query.containsKey("continuation-token")
                ? Integer.parseInt(query.get("continuation-token"))
                : first(query.getOrDefault("start-after", ""), "") / nights;
        StringBuilder xml = new StringBuilder();
        int index = from;
        for (; index < customers && index < from + PAGE; index++) {
            String key = key(index * nights);
            xml.append("<CommonPrefixes><Prefix>").append(key, 0, key.lastIndexOf('/') + 1);
            xml.append("</Prefix></CommonPrefixes>");
        }
        return page(xml, index < customers ? Integer.toString(index) : "");
    }

    private static String page(StringBuilder content, String next) {
        return "<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>large</Name>"
                + "<EncodingType>url</EncodingType><IsTruncated>" + !next.isEmpty() + "</IsTruncated>"
                + (next.isEmpty() ? "" : "<NextContinuationToken>" + next + "</NextContinuationToken>") + content
                + "</ListBucketResult>";
    }

    // The first key behind one key and not before another.
    private int first(String after, String prefix) {
        int low = 0;
        int high = customers * nights;
        while (low < high) {
            int middle = (low + high) / 2;
            boolean before = key(middle).compareTo(after) <= 0 || key(middle).compareTo(prefix) < 0;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return low;
    }

    private String key(int index) {
        return KEY.formatted(index / nights, night(index % nights).toString().substring(0, 10));
    }

    private Instant night(int night) {
        return Instant.parse("2026-11-25T00:00:00Z").minus(Duration.ofDays(nights - 1L - night));
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>(Map.of("prefix", ""));
        for (String pair : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }
}
