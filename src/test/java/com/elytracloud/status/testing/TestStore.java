package com.elytracloud.status.testing;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.http.RetryPolicy;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.S3Access;
import com.elytracloud.status.objectstore.SpacesConfig;

/** Object storages for tests, which try again at once. */
public final class TestStore {
    // Each attempt long enough for a cold and busy machine; tests of slowness end by their deadline.
    private static final RetryPolicy WITHOUT_PAUSES = new RetryPolicy(3, Duration.ofSeconds(4), Duration.ofMillis(5));

    private static final Map<Map<String, String>, ObjectStore> STORES = new ConcurrentHashMap<>();

    private TestStore() {}

    /** The storage that the variables name; one for the same settings, because a client takes its time to be made. */
    public static ObjectStore of(Map<String, String> variables) {
        Map<String, String> settings = new TreeMap<>(variables);
        settings.keySet().removeIf(name -> !name.startsWith("SPACES_"));
        return STORES.computeIfAbsent(settings, any -> of(new SpacesConfig(new Variables(settings::get))::access));
    }

    /** The storage at this address, entered by some key. */
    public static ObjectStore at(String endpoint) {
        return of(new HashMap<>(Map.of(
                "SPACES_ENDPOINT",
                endpoint,
                "SPACES_ACCESS_KEY",
                "LOCAL4ACCESS7KEY9Q2",
                "SPACES_SECRET_KEY",
                "L0cal+s3cret/4fQ9xZ71kd")));
    }

    /** The storage that is found so. */
    public static ObjectStore of(Supplier<S3Access> access) {
        return new ObjectStore(access, WITHOUT_PAUSES, TlsConfig.PLATFORM);
    }
}
