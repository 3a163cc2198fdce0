package com.elytracloud.status.testing;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.Deadline;

import static java.time.Duration.ofSeconds;

/**
 * A server that the storage edges must get on with: the one in memory always, and every one that {@code S3_TEST_ENDPOINT}
 * names, separated by commas and entered by {@code S3_TEST_ACCESS_KEY} and {@code S3_TEST_SECRET_KEY}.
 */
public final class S3Server {
    private static final String LOCAL = "S3Proxy";

    private final String name;
    private final Map<String, String> variables;
    private final Consumer<String> buckets;

    private S3Server(String name, Map<String, String> variables, Consumer<String> buckets) {
        this.name = name;
        this.variables = variables;
        this.buckets = buckets;
    }

    /** All there are; tells which. */
    public static List<S3Server> all(LocalS3 local) {
        List<S3Server> servers = new ArrayList<>();
        servers.add(new S3Server(LOCAL, local.variables(), local::createBucket));
        String endpoints = Objects.requireNonNullElse(System.getenv("S3_TEST_ENDPOINT"), "");
        for (String endpoint : endpoints.split(",", -1)) {
            if (!endpoint.isBlank()) {
                servers.add(elsewhere(endpoint.strip()));
            }
        }
        System.out.printf("storage contract: held against %s%n", servers);
        return servers;
    }

    private static S3Server elsewhere(String endpoint) {
        Map<String, String> variables = Map.of(
                "SPACES_ENDPOINT", endpoint,
                "SPACES_ACCESS_KEY", System.getenv("S3_TEST_ACCESS_KEY"),
                "SPACES_SECRET_KEY", System.getenv("S3_TEST_SECRET_KEY"));
        ObjectStore store = TestStore.of(variables);
        return new S3Server(endpoint, variables, bucket -> create(store, bucket));
    }

    private static void create(ObjectStore store, String bucket) {
        try {
            store.call(
                    "making " + bucket,
                    Deadline.in(ofSeconds(20)),
                    s3 -> s3.createBucket(request -> request.bucket(bucket)));
        } catch (ObjectStoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The settings by which a client finds it and comes in; a fresh map to change. */
    public Map<String, String> variables() {
        return new HashMap<>(variables);
    }

    /** Whether it is the one in memory. */
    public boolean isLocal() {
        return name.equals(LOCAL);
    }

    /** A new bucket. */
    public String newBucket() {
        String bucket = "elytra-contract-" + UUID.randomUUID();
        buckets.accept(bucket);
        return bucket;
    }

    /** The address of an object for someone without a key. */
    public URI address(String bucket, String key) {
        return URI.create("%s/%s/%s".formatted(variables.get("SPACES_ENDPOINT"), bucket, key));
    }

    @Override
    public String toString() {
        return name;
    }
}
