package com.elytracloud.status.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.Workers;

/**
 * A bucket of nightly backups: 200 tenants, up to a hundred nights, and as many parts a night as make the number full.
 * Filling a million takes most of an hour, so a bucket that was filled once says so in an object beside them.
 */
record BucketFill(String bucket, int nights, int parts, LocalDate lastNight) {
    static final int TENANTS = 200;

    private static final int THREADS = 24;
    private static final String NOTE = "filled.txt";
    private static final byte[] CONTENT = "x".repeat(1_100).getBytes(StandardCharsets.UTF_8);
    private static final Duration LONG = Duration.ofSeconds(60);

    /** A bucket of about so many objects whose keys alone are kept. */
    static BucketFill of(int objects, KeysOnlyServer server, LocalDate today) {
        BucketFill wanted = wanted(objects, today);
        for (int night = 0; night < wanted.nights; night++) {
            wanted.keysOf(night).forEach(key -> server.add(wanted.bucket, key));
        }
        return wanted;
    }

    /** A bucket of about so many objects; filled if it is not. */
    static BucketFill of(int objects, ObjectStore store, LocalDate today) throws Exception {
        BucketFill wanted = wanted(objects, today);
        Bucket place = new Bucket(store, wanted.bucket);
        Optional<LocalDate> filled = wanted.filled(place);
        if (filled.isPresent()) {
            return new BucketFill(wanted.bucket, wanted.nights, wanted.parts, filled.get());
        }
        store.call(
                "making " + wanted.bucket,
                Deadline.in(LONG),
                (s3, limits) -> s3.createBucket(request -> request.bucket(wanted.bucket)));
        wanted.fill(place);
        return wanted;
    }

    private static BucketFill wanted(int objects, LocalDate today) {
        int nights = Math.min(100, Math.max(50, objects / TENANTS / 5));
        return new BucketFill(
                "bench" + (String.valueOf(objects).length() - 1),
                nights,
                Math.max(1, objects / TENANTS / nights),
                today.minusDays(1));
    }

    int objects() {
        return TENANTS * nights * parts;
    }

    /** Adds one backup of a night to each tenant. */
    void addNight(ObjectStore store, LocalDate night, int part) throws Exception {
        List<String> keys = new ArrayList<>();
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            keys.add(key(tenant, night, part));
        }
        put(new Bucket(store, bucket), keys);
    }

    private Optional<LocalDate> filled(Bucket place) throws ObjectStoreException {
        Optional<StoredObject> note = place.read(NOTE, 100, Deadline.in(LONG));
        return note.map(found -> LocalDate.parse(new String(found.bytes(), StandardCharsets.UTF_8).strip()));
    }

    private void fill(Bucket place) throws Exception {
        for (int night = nights - 1; night >= 0; night--) {
            put(place, keysOf(night));
            System.err.printf("%s: %d nights to go%n", bucket, night);
        }
        place.putPrivate(NOTE, lastNight.toString().getBytes(StandardCharsets.UTF_8), request -> {}, Deadline.in(LONG));
    }

    private List<String> keysOf(int nightsAgo) {
        List<String> keys = new ArrayList<>();
        for (int tenant = 0; tenant < TENANTS; tenant++) {
            for (int part = 0; part < parts; part++) {
                keys.add(key(tenant, lastNight.minusDays(nightsAgo), part));
            }
        }
        return keys;
    }

    private static String key(int tenant, LocalDate night, int part) {
        return "backups/tenant-%03d/%sT0200-part-%03d.sql.gz".formatted(tenant, night, part);
    }

    private static void put(Bucket place, List<String> keys) throws InterruptedException, ExecutionException {
        Workers workers = new Workers();
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> members = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            members.add(workers.start(() -> {
                for (int key = next.getAndIncrement(); key < keys.size(); key = next.getAndIncrement()) {
                    place.putPrivate(keys.get(key), CONTENT, request -> {}, Deadline.in(LONG));
                }
                return null;
            }));
        }
        for (Future<?> member : members) {
            member.get();
        }
    }
}
