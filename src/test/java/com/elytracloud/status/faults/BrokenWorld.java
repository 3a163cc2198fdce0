package com.elytracloud.status.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.LocalWorld;

/** Everything the product talks to, each behind a {@link Door}, good until it is broken. */
final class BrokenWorld implements AutoCloseable {
    /** Where the memory lies, in the bucket of the site. */
    static final String MEMORY = "state/elytra-status.json";

    private static final String STATUS = "status.json";

    private final LocalWorld world;
    private final Path names;
    private final Path forgetful;
    private final Door kumaDoor;
    private final Door securedKumaDoor;
    private final Door storageDoor;

    /** Opens everything, and keeps in the folder what processes are to read. */
    BrokenWorld(Path folder) throws IOException {
        world = new LocalWorld();
        Files.createDirectories(folder);
        names = folder.resolve("names").toAbsolutePath();
        knowNames();
        forgetful = Files.writeString(
                folder.resolve("forgetful").toAbsolutePath(),
                "networkaddress.cache.ttl=0\nnetworkaddress.cache.negative.ttl=0\n");
        kumaDoor = new Door(URI.create(world.kuma().url()).getPort());
        securedKumaDoor =
                new Door(URI.create(world.kuma().url()).getPort(), way -> Answers.secured("lasting.p12", way));
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

    /** The way to Kuma by TLS, for runs with {@link #securedVariables}. */
    Door securedKumaDoor() {
        return securedKumaDoor;
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

    /** What changes where Kuma is asked by TLS; the authority of its certificate is trusted. */
    Map<String, String> securedVariables() {
        Path trust = Path.of("src/test/resources/tls/trust.p12").toAbsolutePath();
        return Map.of(
                "UPTIME_KUMA_URL",
                "https://localhost:" + securedKumaDoor.port(),
                "JAVA_TOOL_OPTIONS",
                "-Djavax.net.ssl.trustStore=%s -Djavax.net.ssl.trustStorePassword=changeit".formatted(trust));
    }

    /** What changes where Kuma is asked by a name, which nobody remembers from one question to the next. */
    Map<String, String> namedVariables() {
        return Map.of(
                "UPTIME_KUMA_URL",
                "http://kuma.test:" + kumaDoor.port(),
                "JAVA_TOOL_OPTIONS",
                "-Djdk.net.hosts.file=%s -Djava.security.properties=%s".formatted(names, forgetful));
    }

    /** From now on no name leads anywhere. */
    void forgetNames() throws IOException {
        Files.writeString(names, "");
    }

    private void knowNames() throws IOException {
        Files.writeString(names, "127.0.0.1 kuma.test\n");
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

    /** Mends everything and forgets all that runs have written. */
    void mend() throws IOException {
        heal();
        world.storage().empty(LocalWorld.SITE);
        world.storeBackups();
    }

    /** Mends everything. */
    void heal() throws IOException {
        world.kuma().recover();
        knowNames();
        kumaDoor.open();
        securedKumaDoor.open();
        storageDoor.open();
        world.storage().reset();
    }

    @Override
    public void close() {
        kumaDoor.close();
        securedKumaDoor.close();
        storageDoor.close();
        world.close();
    }
}
