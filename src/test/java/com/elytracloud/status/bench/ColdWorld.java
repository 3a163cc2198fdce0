package com.elytracloud.status.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.testing.KumaReplay;

/** What every competitor talks to, on loopback: the same recorded Kuma, the same week of backups, a site bucket each. */
final class ColdWorld implements AutoCloseable {
    private static final String BACKUPS = "bench-backups";
    private static final int BACKUP_BYTES = 64 * 1024;

    private final KumaReplay kuma = new KumaReplay();
    private final LightS3 storage = new LightS3();

    ColdWorld() throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (String tenant : List.of("aurora", "borealis", "cirrus")) {
            for (int night = 0; night < 7; night++) {
                String key = "backups/%s/%s.tar.gz".formatted(tenant, today.minusDays(night));
                storage.put(BACKUPS, key, new byte[BACKUP_BYTES + night]);
            }
        }
    }

    /** The settings of one competitor, the program's and the script's. */
    Map<String, String> variables(String siteBucket) {
        Map<String, String> variables = new HashMap<>(kuma.variables());
        variables.putAll(Map.of(
                "SPACES_ENDPOINT",
                storage.endpoint().toString(),
                "SPACES_ACCESS_KEY",
                "BENCHACCESSKEY",
                "SPACES_SECRET_KEY",
                "bench+secret/key",
                "BACKUP_BUCKET",
                BACKUPS,
                "STATUS_BUCKET",
                siteBucket,
                "STATUS_PUBLIC_URL",
                "%s/%s/status.json".formatted(storage.endpoint(), siteBucket),
                "PATH",
                System.getenv("PATH"),
                "LANG",
                "C.UTF-8"));
        return variables;
    }

    /** The requests to the storage since the last time, as the script repeats them: METHOD BUCKET KEY BYTES WHO. */
    Path requests(Path file) throws IOException {
        return Files.write(
                file,
                storage.requests().stream().map(ColdWorld::asTheScriptRepeatsIt).toList());
    }

    /** Forgets the requests so far. */
    void forget() {
        storage.requests();
    }

    private static String asTheScriptRepeatsIt(String request) {
        String[] parts = request.split(" ", -1);
        String[] address = parts[1].split("\\?", 2);
        String[] place = address[0].substring(1).split("/", 2);
        boolean ofBucket = place.length < 2 || place[1].isEmpty();
        String method = !ofBucket ? parts[0] : address[1].contains("uploads") ? "UPLOADS" : "LIST";
        return "%s %s %s %s %s".formatted(method, place[0], ofBucket ? "-" : place[1], parts[3], parts[2]);
    }

    @Override
    public void close() {
        storage.close();
        kuma.close();
    }
}
