package com.elytracloud.status.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.LocalParameterStore;
import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.LocalWorld;

/** Everything the product talks to, each behind a {@link Door}, good until it is broken. */
final class BrokenWorld implements AutoCloseable {
    /** Where the memory lies, in the bucket of the site. */
    static final String MEMORY = "state/elytra-status.json";

    private static final String PATH = "/elytra";
    private static final String STATUS = "status.json";

    private final LocalWorld world;
    private final Door kumaDoor;
    private final Door storageDoor;
    private LocalParameterStore parameters;

    /** Opens everything. */
    BrokenWorld() throws IOException {
        world = new LocalWorld();
        kumaDoor = new Door(URI.create(world.kuma().url()).getPort());
        storageDoor = new Door(world.storage().endpoint().getPort());
    }

    /** What Kuma answers. */
    KumaReplay kuma() {
        return world.kuma();
    }

    /** The way to Kuma. */
    Door kumaDoor() {
        return kumaDoor;
    }

    /** What the storage answers, request by request. */
    LocalS3 storage() {
        return world.storage();
    }

    /** The way to the storage. */
    Door storageDoor() {
        return storageDoor;
    }

    /** The settings of a run that finds all operational; a fresh map to change. */
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(world.variables());
        variables.putAll(world.kuma().healthy());
        variables.put("UPTIME_KUMA_URL", "http://127.0.0.1:" + kumaDoor.port());
        variables.put("SPACES_ENDPOINT", "http://127.0.0.1:" + storageDoor.port());
        variables.put(
                "STATUS_PUBLIC_URL",
                "http://127.0.0.1:%d/%s/%s".formatted(storageDoor.port(), LocalWorld.SITE, STATUS));
        return variables;
    }

    /** What changes where the secrets lie in {@link #parameters}. */
    Map<String, String> parameterVariables() {
        Map<String, String> variables = new HashMap<>(parameters().variables(PATH));
        variables.putAll(LocalParameterStore.credentials());
        List.of("UPTIME_KUMA_API_KEY", "SPACES_ACCESS_KEY", "SPACES_SECRET_KEY")
                .forEach(secret -> variables.put(secret, ""));
        return variables;
    }

    /** A Parameter Store, made when first asked for. */
    LocalParameterStore parameters() {
        if (parameters == null) {
            parameters = new LocalParameterStore();
            holdKumaKey(KumaReplay.API_KEY);
        }
        return parameters;
    }

    /** From now on the Parameter Store holds this key of Kuma. */
    void holdKumaKey(String key) {
        Map<String, String> storage = world.storage().variables();
        parameters()
                .holding(
                        PATH,
                        Map.entry("UPTIME_KUMA_API_KEY", key),
                        Map.entry("SPACES_ACCESS_KEY", storage.get("SPACES_ACCESS_KEY")),
                        Map.entry("SPACES_SECRET_KEY", storage.get("SPACES_SECRET_KEY")));
    }

    /** The bytes of the public file, without a request. */
    Optional<byte[]> published() throws IOException {
        return world.storage().find(LocalWorld.SITE, STATUS);
    }

    /** The number that the public file bears, 0 without one; without a request. */
    long seq() {
        return Long.parseLong(world.storage().metadata(LocalWorld.SITE, STATUS).getOrDefault("seq", "0"));
    }

    /** The bytes of the memory, without a request. */
    byte[] memory() {
        try {
            return world.storage().find(LocalWorld.SITE, MEMORY).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts these bytes in the memory's place. */
    void remember(byte[] bytes) {
        world.storage().put(LocalWorld.SITE, MEMORY, bytes);
    }

    /** Stores a file of the site as it is with other headers; empty ones are left out. */
    void store(String path, String contentType, String cacheControl) {
        try {
            byte[] bytes = world.storage().find(LocalWorld.SITE, path).orElseThrow();
            String caching = cacheControl.isEmpty() ? null : cacheControl;
            world.storage().put(LocalWorld.SITE, path, bytes, contentType, caching);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The public file. */
    JsonNode publishedDocument() throws IOException {
        return new ObjectMapper().readTree(published().orElseThrow());
    }

    /** Mends everything and forgets what runs have remembered and said; a page beside it is not sent again by who sent it. */
    void mend() throws IOException {
        heal();
        for (String key : world.storage().keys(LocalWorld.SITE)) {
            if (key.equals(STATUS) || key.startsWith("state/")) {
                world.storage().remove(LocalWorld.SITE, key);
            }
        }
        world.storeBackups();
    }

    /** Mends everything. */
    void heal() throws IOException {
        world.kuma().recover();
        kumaDoor.open();
        if (parameters != null) {
            holdKumaKey(KumaReplay.API_KEY);
        }
        storageDoor.open();
        world.storage().reset();
    }

    @Override
    public void close() {
        kumaDoor.close();
        storageDoor.close();
        if (parameters != null) {
            parameters.close();
        }
        world.close();
    }
}
