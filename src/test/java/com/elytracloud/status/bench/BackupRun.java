package com.elytracloud.status.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.sun.management.OperatingSystemMXBean;

import com.elytracloud.status.assess.BackupAssessor;
import com.elytracloud.status.assess.StateKeeper;
import com.elytracloud.status.backup.BackupConfig;
import com.elytracloud.status.backup.S3BackupSource;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.publish.StateJson;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.Workers;
import com.elytracloud.status.testing.TestStore;

/** One look at a bucket in a process of its own, so that its heap is its own: ours, or the straightforward one. */
final class BackupRun {
    private BackupRun() {}

    /** Arguments: plain, ours or heap, the bucket, the seconds it may take, the file of the state. */
    public static void main(String[] arguments) throws Exception {
        HeapWatch heap = new HeapWatch();
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put("BACKUP_BUCKET", arguments[1]);
        ObjectStore store = TestStore.of(variables);
        warmUp(store, arguments[1]);
        if (arguments[0].equals("heap")) {
            heap.collectAllTheTime();
        }
        // Whoever started us begins to count now.
        System.out.println("ready");
        System.in.read();
        Deadline deadline = Deadline.in(Duration.ofSeconds(Long.parseLong(arguments[2])));
        long before = processor();
        String result = arguments[0].equals("plain")
                ? plain(store, arguments[1], deadline)
                : ours(variables, store, deadline, Path.of(arguments[3]));
        System.out.printf(
                Locale.ROOT,
                "%.1f;%.1f;%.1f;%s%n",
                deadline.elapsed().toMillis() / 1000.0,
                (processor() - before) / 1e9,
                heap.liveMebibytes(),
                result);
        System.exit(0);
    }

    // Of this process alone: on a busy machine the better measure.
    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    // What a cold start costs is another question, and on a busy machine it would drown this one.
    private static void warmUp(ObjectStore store, String bucket) throws Exception {
        for (int i = 0; i < 20; i++) {
            store.call(
                    "warming up",
                    Deadline.in(Duration.ofSeconds(60)),
                    (s3, limits) -> s3.listObjectsV2(
                            request -> request.bucket(bucket).maxKeys(200).prefix("backups/")));
        }
    }

    private static String ours(Map<String, String> variables, ObjectStore store, Deadline deadline, Path file)
            throws Exception {
        RunState before =
                Files.exists(file) ? StateJson.parse(Files.readAllBytes(file)).state() : RunState.FIRST;
        Instant now = Instant.now();
        Reading<List<BackupEvidence>> reading = new S3BackupSource(
                        new BackupConfig(new Variables(variables::get)), store, new Workers())
                .read(BackupPolicy.NIGHTLY, before::backups, now, deadline);
        byte[] state = StateJson.toBytes(StateKeeper.advance(
                        before,
                        new StateKeeper.Run(
                                now,
                                Instant.MIN,
                                new Reading.Nothing<>(),
                                new com.elytracloud.status.assess.FlapFilter.Filtered(
                                        com.elytracloud.status.domain.PlatformStatus.UNKNOWN,
                                        com.elytracloud.status.domain.FlapState.NONE),
                                java.util.Map.of(),
                                reading))
                .next());
        Files.write(file, state);
        var verdict = BackupAssessor.assess(reading, BackupPolicy.NIGHTLY, before.backups(), now);
        long known = verdict.tenants().stream()
                .filter(tenant -> tenant.evidence().complete())
                .count();
        return "%s %s, %d tenants known, state %d bytes"
                .formatted(verdict.status(), verdict.reason(), known, state.length);
    }

    // What one would write first: page after page of everything, and the newest of each tenant in a map.
    private static String plain(ObjectStore store, String bucket, Deadline deadline) throws Exception {
        Map<String, Instant> newest = new HashMap<>();
        long[] objects = {0};
        String token = null;
        do {
            String next = token;
            var page = store.call(
                    "listing",
                    deadline,
                    (s3, limits) -> s3.listObjectsV2(request -> request.bucket(bucket)
                            .prefix("backups/")
                            .continuationToken(next)
                            .overrideConfiguration(limits)));
            page.contents().forEach(object -> {
                objects[0]++;
                newest.merge(
                        object.key().split("/", 3)[1],
                        object.lastModified(),
                        (one, other) -> one.isAfter(other) ? one : other);
            });
            token = page.nextContinuationToken();
        } while (token != null);
        return "%d objects of %d tenants".formatted(objects[0], newest.size());
    }
}
