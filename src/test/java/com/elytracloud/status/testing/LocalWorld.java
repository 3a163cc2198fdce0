package com.elytracloud.status.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Everything the product talks to, on loopback: a replayed monitoring service, and an S3 server with a week of backups. */
public final class LocalWorld implements AutoCloseable {
    /** The bucket of the backups. */
    public static final String BACKUPS = "elytra-backups";
    /** The bucket of the public site. */
    public static final String SITE = "elytra-status";
    /** Monitors of Uptime Kuma that are up in the recording; with them the platform is operational. */
    public static final String HEALTHY_MONITORS = KumaReplay.HEALTHY_MONITORS;

    private static final String STATE = "state/elytra-status.json";
    private static final String INCIDENTS = "state/incidents.json";
    private static final Pattern TIME = Pattern.compile("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> TENANTS = List.of("aurora", "borealis", "cirrus");
    private static final int NIGHTS = 7;
    private static final int BACKUP_BYTES = 64 * 1024;

    private final Replay monitors;
    private final LocalS3 storage;

    /** Starts both, the monitoring service being Uptime Kuma. */
    public LocalWorld() throws IOException {
        this(new KumaReplay());
    }

    /** Starts the storage beside a monitoring service, which it closes with it. */
    public LocalWorld(Replay monitors) {
        this.monitors = monitors;
        storage = LocalS3.start();
        storage.createBucket(BACKUPS).createBucket(SITE);
        storeBackups();
    }

    /** Makes the last run's counters a minute old: only then does the next run confirm an outage or its end. */
    public void letAMinutePass() throws IOException {
        change(STATE, json -> {
            ObjectNode file = (ObjectNode) MAPPER.readTree(json);
            ((ObjectNode) file.at("/state/flaps")).put("counted_at", "2026-01-01T00:00:00Z");
            return MAPPER.writeValueAsString(file);
        });
    }

    /** Makes everything that the store knows a day older. */
    public void letADayPass() throws IOException {
        for (String key : List.of(STATE, INCIDENTS)) {
            change(key, json -> TIME.matcher(json).replaceAll(time -> Instant.parse(time.group())
                    .minus(Duration.ofDays(1))
                    .toString()));
        }
    }

    private void change(String key, Change change) throws IOException {
        Optional<byte[]> packed = storage.find(SITE, key);
        if (packed.isEmpty()) {
            return;
        }
        String changed;
        try (GZIPInputStream json = new GZIPInputStream(new ByteArrayInputStream(packed.get()))) {
            changed = change.of(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(changed.getBytes(StandardCharsets.UTF_8));
        }
        storage.put(SITE, key, bytes.toByteArray());
    }

    private interface Change {
        String of(String json) throws IOException;
    }

    /** Makes the bucket of the backups hold its good week again, and nothing else. */
    public void storeBackups() {
        storage.empty(BACKUPS);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (String tenant : TENANTS) {
            for (int night = 0; night < NIGHTS; night++) {
                String key = "backups/%s/%s.tar.gz".formatted(tenant, today.minusDays(night));
                storage.put(BACKUPS, key, new byte[BACKUP_BYTES + night]);
            }
        }
    }

    /** The monitoring service. */
    public Replay monitors() {
        return monitors;
    }

    /** The monitoring service, where it is Uptime Kuma. */
    public KumaReplay kuma() {
        return (KumaReplay) monitors;
    }

    /** The object storage. */
    public LocalS3 storage() {
        return storage;
    }

    /** The settings of a whole run, with every monitor in scope; a fresh map to change. */
    public Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(storage.variables());
        variables.putAll(monitors.variables());
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
        monitors.close();
        storage.close();
    }
}
