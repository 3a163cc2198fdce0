package com.elytracloud.status.backup;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.sun.management.OperatingSystemMXBean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.testing.DelayingRelay;
import com.elytracloud.status.testing.Race;
import com.elytracloud.status.testing.TestStore;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lists large buckets of the first server in {@code S3_TEST_ENDPOINT}, with 20 ms added to each request, in a process
 * with a heap of 96 MiB; prints requests, seconds, heap and load. The buckets stay, so that it can be repeated.
 */
@Tag("nightly")
@EnabledIfEnvironmentVariable(named = "S3_TEST_ENDPOINT", matches = "http.*")
class LargeBucketOnServerTest {
    private static final Duration PER_REQUEST = Duration.ofMillis(20);
    private static final Deadline PLENTY = Deadline.in(Duration.ofHours(1));
    private static final int UPLOADS = 32;

    @ParameterizedTest(name = "{0} customers with {1} nights take at most {2} requests")
    @CsvSource({"100, 100, 15", "1000, 300, 1300"})
    void aLargeBucketIsListedWholeWithin96MiB(int customers, int nights, int most) throws Exception {
        String bucket = "elytra-%d-by-%d".formatted(customers, nights);
        Map<String, String> variables = server();
        fill(bucket, customers, nights, variables);
        try (DelayingRelay relay = DelayingRelay.to(variables.get("SPACES_ENDPOINT"), PER_REQUEST)) {
            variables.put("SPACES_ENDPOINT", relay.address());
            variables.put("BACKUP_BUCKET", bucket);

            String printed = listInChild(variables);

            System.out.printf("%s: %d requests, %s%n", bucket, relay.requests(), printed);
            assertThat(printed).startsWith("%d series of %d objects".formatted(customers, customers * nights));
            assertThat(relay.requests()).isLessThanOrEqualTo(most);
        }
    }

    /** The process that lists once. */
    public static void main(String[] arguments) {
        // As in production: traces would print every page.
        Logger.getLogger("").setLevel(Level.INFO);
        Variables variables = new Variables(System.getenv()::get);
        ObjectStore store = TestStore.of(System.getenv());
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        BoundedExecutor executor = new BoundedExecutor();
        try {
            long start = System.nanoTime();
            BackupListing listing = new S3BackupSource(new BackupConfig(variables), store, executor)
                    .read(Instant.now(), Deadline.in(Duration.ofSeconds(60)))
                    .fold(found -> found, () -> null, failure -> {
                        throw new IllegalStateException(failure.toString());
                    });
            System.out.printf(
                    "%d series of %d objects, %d ms, CPU %d ms, heap of %d MiB, load %.1f%s",
                    listing.series().size(),
                    listing.series().stream()
                            .mapToLong(series -> series.objects())
                            .sum(),
                    Duration.ofNanos(System.nanoTime() - start).toMillis(),
                    Duration.ofNanos(system.getProcessCpuTime()).toMillis(),
                    Runtime.getRuntime().maxMemory() >> 20,
                    system.getSystemLoadAverage(),
                    listing.missing().isNothing() ? "" : ", incomplete");
        } finally {
            executor.close();
        }
    }

    private static String listInChild(Map<String, String> variables) throws IOException {
        ProcessBuilder child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        // As the function and the command line run.
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeBucketOnServerTest.class.getName())
                .redirectErrorStream(true);
        child.environment().putAll(variables);
        return new String(child.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    // The last object is written when all others are there.
    private static void fill(String name, int customers, int nights, Map<String, String> variables) throws Exception {
        ObjectStore store = TestStore.of(variables);
        Bucket bucket = new Bucket(store, name);
        store.call("making " + name, PLENTY, s3 -> s3.createBucket(request -> request.bucket(name)));
        if (bucket.read("filled", 1, PLENTY).isPresent()) {
            return;
        }
        LocalDate last = LocalDate.now(ZoneOffset.UTC);
        AtomicInteger next = new AtomicInteger();
        Race.of(UPLOADS, () -> {
            for (int i = next.getAndIncrement(); i < customers * nights; i = next.getAndIncrement()) {
                String key = "backups/customer-%04d/%s.tar.gz".formatted(i / nights, last.minusDays(i % nights));
                bucket.put(key, new byte[1], request -> {}, PLENTY);
            }
            return null;
        });
        bucket.put("filled", new byte[1], request -> {}, PLENTY);
    }

    private static Map<String, String> server() {
        Map<String, String> variables = new HashMap<>();
        variables.put("SPACES_ENDPOINT", System.getenv("S3_TEST_ENDPOINT").split(",", -1)[0]);
        variables.put("SPACES_ACCESS_KEY", System.getenv("S3_TEST_ACCESS_KEY"));
        variables.put("SPACES_SECRET_KEY", System.getenv("S3_TEST_SECRET_KEY"));
        return variables;
    }
}
