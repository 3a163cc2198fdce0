package com.elytracloud.status.bench;

import java.io.BufferedReader;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.testing.TestStore;

/**
 * Looks at buckets of 10,000, 100,000 and 1,000,000 backups behind 20 ms of way, and prints what it cost as a table:
 * {@code docs/performance.md} tells how to start it. Without {@code S3_TEST_ENDPOINT} the bucket is made up, which tells the
 * requests and the heap as a real one does, and flatters the seconds. Arguments: the numbers of objects, else all three.
 */
public final class BackupBench {
    private static final int DELAY_MILLIS = 20;
    private static final int LONG = 900;
    private static final int AS_IN_A_RUN = 10;

    private final SlowProxy proxy;
    private final ObjectStore direct;
    private final Path state = Files.createTempFile("bench-state", ".json");

    private final KeysOnlyServer madeUp;

    private BackupBench(String endpointOrNull) throws Exception {
        madeUp = endpointOrNull == null ? new KeysOnlyServer() : null;
        URI server = endpointOrNull == null
                ? madeUp.address()
                : URI.create(endpointOrNull.split(",", 2)[0]);
        proxy = new SlowProxy(server, DELAY_MILLIS);
        direct = TestStore.of(variables(server));
    }

    /** Prints the table. */
    public static void main(String[] sizes) throws Exception {
        String endpoint = System.getenv("S3_TEST_ENDPOINT");
        System.out.println(endpoint == null ? "a made-up bucket, of which only the keys are kept" : endpoint);
        BackupBench bench = new BackupBench(endpoint);
        System.out.println(
                "| objects | look | requests | connections | seconds | processor, s | heap needed | result |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (String size : sizes.length == 0 ? new String[] {"10000", "100000", "1000000"} : sizes) {
            bench.look(Integer.parseInt(size));
        }
        System.exit(0);
    }

    private void look(int objects) throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        BucketFill bucket =
                madeUp == null ? BucketFill.of(objects, direct, today) : BucketFill.of(objects, madeUp, today);
        Files.deleteIfExists(state);
        run(bucket, "first, ours, however long", "ours", LONG);
        run(bucket, "straightforward, page after page", "plain", LONG);
        run(bucket, "later, nothing new", "ours", AS_IN_A_RUN);
        bucket.addNight(direct, today, (int) (System.currentTimeMillis() / 1000 % 100_000));
        run(bucket, "later, one new backup of each tenant", "ours", AS_IN_A_RUN);
        Files.deleteIfExists(state);
        run(bucket, "first, ours, the heap alone", "heap", LONG);
        Files.deleteIfExists(state);
        for (int i = 1; i <= 4; i++) {
            run(bucket, "from nothing, within a run's 10 s: run " + i, "ours", AS_IN_A_RUN);
        }
    }

    private void run(BucketFill bucket, String name, String kind, int seconds) throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                BackupRun.class.getName(),
                kind,
                bucket.bucket(),
                String.valueOf(seconds),
                state.toString());
        java.environment().putAll(variables(proxy.address()));
        java.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = java.start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null && !line.equals("ready"); line = out.readLine()) {
            Thread.onSpinWait();
        }
        proxy.requests();
        proxy.connections();
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        List<String> lines = out.lines().toList();
        String[] figures = lines.get(lines.size() - 1).split(";", 4);
        System.out.printf(
                "| %,d | %s | %,d | %d | %s | %s | %s | %s |%n",
                bucket.objects(),
                name,
                proxy.requests(),
                proxy.connections(),
                kind.equals("heap") ? "" : figures[0],
                kind.equals("heap") ? "" : figures[1],
                kind.equals("heap") ? figures[2] + " MiB" : "",
                figures[3]);
    }

    private static Map<String, String> variables(URI endpoint) {
        return new HashMap<>(Map.of(
                "SPACES_ENDPOINT", endpoint.toString(),
                "SPACES_ACCESS_KEY", System.getenv().getOrDefault("S3_TEST_ACCESS_KEY", "anyone"),
                "SPACES_SECRET_KEY", System.getenv().getOrDefault("S3_TEST_SECRET_KEY", "anything")));
    }

    // Maven runs a main class within itself: the class path is that of its loader.
    private static String classPath() throws Exception {
        ClassLoader loader = BackupBench.class.getClassLoader();
        if (!(loader instanceof URLClassLoader urls)) {
            return System.getProperty("java.class.path");
        }
        List<String> places = new ArrayList<>();
        for (URL url : urls.getURLs()) {
            places.add(Path.of(url.toURI()).toString());
        }
        return places.stream().collect(Collectors.joining(File.pathSeparator));
    }
}
