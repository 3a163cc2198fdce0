package com.elytracloud.status.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import com.elytracloud.status.faults.Entry.End;
import com.elytracloud.status.faults.Promise.Ends;
import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.StatusSchema;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged function and command line in a world of their own, and what is asked of each run in it. */
final class Stage implements AutoCloseable {
    /** However much hangs, and though a command line must start first. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final List<String> SECRETS = List.of(KumaReplay.API_KEY, "local+secret/key");

    private final BrokenWorld world;
    private final Entry.Function function;
    private final List<Entry> entries;

    /** Something that breaks the world. */
    interface Breaking {
        void breaks(BrokenWorld world) throws Exception;
    }

    /** A run. */
    interface Running {
        End run() throws Exception;
    }

    /** Something that is asked of the world after the run. */
    interface Looking {
        /** For where nothing more is asked. */
        Looking NOWHERE = world -> {};

        /** Looks at it. */
        void at(BrokenWorld world) throws Exception;
    }

    /** Starts both entries with the good settings and these changes; a value of "" takes a setting away. */
    Stage(Path folder, Map<String, String> changes) throws IOException {
        this(folder, world -> changes);
    }

    /** The same with changes that depend on where things are. */
    Stage(Path folder, Function<BrokenWorld, Map<String, String>> changes) throws IOException {
        world = new BrokenWorld(folder);
        Map<String, String> variables = world.variables();
        variables.putAll(changes.apply(world));
        variables.values().removeIf(String::isEmpty);
        function = Entry.function(folder.resolve("function"), variables);
        entries = List.of(function, Entry.commandLine(folder.toAbsolutePath(), variables));
    }

    BrokenWorld world() {
        return world;
    }

    /** The function, whose process stays. */
    Entry.Function function() {
        return function;
    }

    /** For each entry: a good run, the breaking, and its run, which must keep the promise; then the looking. */
    void keeps(Promise promise, Breaking breaking, Looking looking) throws Exception {
        for (Entry entry : entries) {
            // The good run by the function always: its process stands already.
            keeps(promise, entry, function::run, breaking, entry::run, looking);
        }
    }

    /** The same without a further question. */
    void keeps(Promise promise, Breaking breaking) throws Exception {
        keeps(promise, breaking, Looking.NOWHERE);
    }

    /** The same by the function alone, for only it is sent events; the first run is for the first of them. */
    void keeps(Promise promise, String first, Breaking breaking, Running then, Looking looking) throws Exception {
        keeps(promise, function, () -> function.run(first), breaking, then, looking);
    }

    private void keeps(Promise promise, Entry entry, Running good, Breaking breaking, Running then, Looking looking)
            throws Exception {
        world.mend();
        assertThat(good.run().how()).as("the good run before").isEqualTo(Ends.PUBLISHED);
        byte[] before = world.published().orElseThrow();
        breaking.breaks(world);
        long start = System.nanoTime();
        End end = then.run();
        require(promise, entry, end, before, Duration.ofNanos(System.nanoTime() - start));
        looking.at(world);
    }

    private void require(Promise promise, Entry entry, End end, byte[] before, Duration took) throws IOException {
        if (promise.hangs()) {
            System.out.printf("%s, %s: %d ms%n", promise.when(), entry, took.toMillis());
        }
        assertThat(end.how()).as("%s: %s", entry, end.told()).isEqualTo(promise.ends());
        assertThat(end.told()).as("%s", entry).contains(promise.told());
        assertThat(end.told()).as("%s", entry).doesNotContain(SECRETS);
        assertThat(took).as("%s", entry).isLessThan(LONGEST);
        requirePublic(promise.published(), before);
    }

    private void requirePublic(Published promised, byte[] before) throws IOException {
        Optional<byte[]> now = world.published();
        if (promised == Published.NOTHING) {
            assertThat(now).isEmpty();
            return;
        }
        byte[] bytes = now.orElseThrow();
        assertThat(StatusSchema.violations(bytes)).isEmpty();
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain(SECRETS);
        if (promised == Published.AS_BEFORE) {
            assertThat(bytes).isEqualTo(before);
        } else {
            promised.require(document(bytes));
            assertThat(updated(bytes)).isGreaterThanOrEqualTo(updated(before));
        }
    }

    private static String updated(byte[] status) throws IOException {
        return document(status).path("updated_at").asText();
    }

    private static JsonNode document(byte[] status) throws IOException {
        return new ObjectMapper().readTree(status);
    }

    @Override
    public void close() {
        entries.forEach(Entry::close);
        world.close();
    }
}
