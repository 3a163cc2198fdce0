package com.elytracloud.status.testing;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything the product talks to, on loopback: a replayed Uptime Kuma, and an S3 server with a week of backups. */
public final class LocalWorld implements AutoCloseable {
    /** The bucket of the backups. */
    public static final String BACKUPS = "elytra-backups";
    /** The bucket of the public site. */
    public static final String SITE = "elytra-status";
    /** Monitors that are up in the recording; with them the platform is operational. */
    public static final String HEALTHY_MONITORS = "1,3,4,5,6,13,15";

    private static final List<String> TENANTS = List.of("aurora", "borealis", "cirrus");
    private static final int NIGHTS = 7;
    private static final int BACKUP_BYTES = 64 * 1024;

    private final KumaReplay kuma;
    private final LocalS3 storage;

    /** Starts both. */
    public LocalWorld() throws IOException {
        kuma = new KumaReplay();
        storage = LocalS3.start();
        storage.createBucket(BACKUPS).createBucket(SITE);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (String tenant : TENANTS) {
            for (int night = 0; night < NIGHTS; night++) {
                String key = "backups/%s/%s.tar.gz".formatted(tenant, today.minusDays(night));
                storage.put(BACKUPS, key, new byte[BACKUP_BYTES + night]);
            }
        }
    }

    /** The monitoring service. */
    public KumaReplay kuma() {
        return kuma;
    }

    /** The object storage. */
    public LocalS3 storage() {
        return storage;
    }

    /** The settings of a whole run, with every monitor of the recording in scope; a fresh map to change. */
    public Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(storage.variables());
        variables.put("UPTIME_KUMA_URL", kuma.url());
        variables.put("UPTIME_KUMA_API_KEY", KumaReplay.API_KEY);
        variables.put("BACKUP_BUCKET", BACKUPS);
        variables.put("STATUS_BUCKET", SITE);
        variables.put("STATUS_PUBLIC_URL", storage.address(SITE, "status.json").toString());
        return variables;
    }

    /** The bytes of the published {@code status.json}. */
    public byte[] published() throws IOException {
        return storage.find(SITE, "status.json").orElseThrow();
    }

    @Override
    public void close() {
        kuma.close();
        storage.close();
    }
}
