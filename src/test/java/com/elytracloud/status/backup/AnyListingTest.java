package com.elytracloud.status.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.assess.BackupAssessor;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever bytes a storage answers, reading it ends with evidence or a named reason, and never with an exception. */
class AnyListingTest {
    private static final Instant NOW = Instant.parse("2028-02-29T23:59:30Z");
    private static final int ROUNDS = 150;
    private static final List<String> POISON = List.of(
            "<",
            "</Contents>",
            "<Contents>",
            "&#x0;",
            "&nope;",
            "\u0000",
            "<Size>1e99</Size>",
            "9".repeat(300),
            "-1",
            "<LastModified>never</LastModified>",
            "<a>".repeat(500),
            "<!DOCTYPE a [<!ENTITY b \"c\">]>",
            "<Key/>");

    private final AtomicReference<byte[]> body = new AtomicReference<>(new byte[0]);
    private HttpServer server;
    private S3BackupSource source;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Map<String, String> variables = Map.of(
                "SPACES_ENDPOINT", "http://127.0.0.1:" + server.getAddress().getPort(),
                "SPACES_ACCESS_KEY", "DO00EXAMPLE",
                "SPACES_SECRET_KEY", "example",
                "BACKUP_BUCKET", "few");
        source = new S3BackupSource(
                new BackupConfig(new Variables(variables::get)), TestStore.of(variables), new BoundedExecutor());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readingEndsWithEvidenceOrAReason() {
        for (long seed = 1; seed <= ROUNDS; seed++) {
            body.set(spoilt(new Random(seed)));
            try {
                Reading<List<BackupEvidence>> reading =
                        source.read(BackupPolicy.NIGHTLY, NOW, Deadline.in(Duration.ofSeconds(5)));

                assertThat(BackupAssessor.assess(reading, BackupPolicy.NIGHTLY, NOW))
                        .isNotNull();
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static byte[] spoilt(Random random) {
        StringBuilder page = new StringBuilder("<ListBucketResult><Name>few</Name><IsTruncated>false</IsTruncated>");
        for (int i = 0; i < 5; i++) {
            page.append(
                    "<Contents><Key>backups/t%d/%d.gz</Key><LastModified>%s</LastModified><Size>2000</Size></Contents>"
                            .formatted(i % 2, i, NOW.minusSeconds(3600L * i)));
        }
        page.append("</ListBucketResult>");
        for (int times = random.nextInt(3); times >= 0; times--) {
            page.insert(random.nextInt(page.length() + 1), POISON.get(random.nextInt(POISON.size())));
        }
        byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] bytes = body.get();
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
