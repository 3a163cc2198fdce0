package com.elytracloud.status.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
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

/** The function in a world of its own, with the command line where a promise wants it, and what each run must keep. */
final class Stage implements AutoCloseable {
    /** However much hangs, by the default deadline. */
    static final Duration LONGEST = Duration.ofSeconds(30);
    /** What a run may take beyond its deadline. */
    private static final Duration BEYOND = Duration.ofSeconds(3);
    /** The start of a command line's JVM, which is no part of a run, on a machine that does much else. */
    private static final Duration START = Duration.ofSeconds(15);

    static final List<String> SECRETS = List.of(
            KumaReplay.API_KEY,
            "L0cal+s3cret/4fQ9xZ71kd",
            SecretsFaultsIT.OTHER_KEY,
            SettingsFaultsQuarkusTest.OTHER_SECRET,
            SettingsFaultsQuarkusTest.SESSION);

    private final Path folder;
    private final BrokenWorld world;
    private final Map<String, String> variables;
    private final Start start;
    private final Entry function;

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

    /** A way to start the product, with a folder for what it writes. */
    interface Start {
        Entry with(Path folder, Map<String, String> variables) throws IOException;
    }

    /** Starts the function with the good settings and these changes; a value of "" takes a setting away. */
    Stage(Path folder, Function<BrokenWorld, Map<String, String>> changes, Start start) throws IOException {
        this.folder = folder;
        this.start = start;
        world = new BrokenWorld();
        variables = with(world.variables(), changes.apply(world));
        function = start.with(folder.resolve("function"), variables);
    }

    BrokenWorld world() {
        return world;
    }

    /** The function, which stays. */
    Entry function() {
        return function;
    }

    /** For each entry: a good run, the breaking, and its run, which must keep the promise; then the looking. */
    void keeps(Promise promise, Breaking breaking, Looking looking) throws Exception {
        // The good run by the function always: it stands already.
        keeps(promise, function, function::run, breaking, function::run, looking);
        if (promise.alsoByCommandLine()) {
            Entry commandLine = Entry.commandLine(folder, variables);
            keeps(promise, commandLine, function::run, breaking, commandLine::run, looking);
        }
    }

    /** The same by this entry alone, with a good run of its own. */
    void keeps(Promise promise, Entry entry, Running good, Breaking breaking, Running then, Looking looking)
            throws Exception {
        byte[] before = goodRun(good);
        breaking.breaks(world);
        long start = System.nanoTime();
        End end = then.run();
        require(promise, entry, end, before, Duration.ofNanos(System.nanoTime() - start));
        looking.at(world);
    }

    /** The same where the run that must keep the promise is that of a new start with these changes. */
    void keepsStarted(Promise promise, Map<String, String> changes, Breaking breaking, Looking looking)
            throws Exception {
        Map<String, String> changed = with(variables, changes);
        for (Start again : promise.alsoByCommandLine() ? List.of(start, Entry::commandLine) : List.of(start)) {
            try (Entry entry = again.with(folder.resolve("again"), changed)) {
                keeps(promise, entry, function::run, breaking, entry::run, looking);
            }
        }
    }

    private byte[] goodRun(Running good) throws Exception {
        world.mend();
        End end = good.run();
        assertThat(end.how()).as("the good run before: %s", end.told()).isEqualTo(Ends.PUBLISHED);
        return world.published().orElseThrow();
    }

    private static Map<String, String> with(Map<String, String> variables, Map<String, String> changes) {
        Map<String, String> changed = new HashMap<>(variables);
        changed.putAll(changes);
        changed.values().removeIf(String::isEmpty);
        return changed;
    }

    private void require(Promise promise, Entry entry, End end, byte[] before, Duration took) throws IOException {
        if (promise.hangs()) {
            System.out.printf("%s, %s: %d ms%n", promise.when(), entry, took.toMillis());
        }
        assertThat(end.how()).as("%s: %s", entry, end.told()).isEqualTo(promise.ends());
        assertThat(end.told()).as("%s", entry).contains(promise.told());
        assertThat(end.told()).as("%s", entry).doesNotContain(SECRETS);
        assertThat(took)
                .as("%s", entry)
                .isLessThan(entry instanceof Entry.Command ? longest().plus(START) : longest());
        requirePublic(promise.published(), before);
    }

    private Duration longest() {
        String deadline = variables.get("RUN_DEADLINE");
        return deadline == null ? LONGEST : Duration.parse(deadline).plus(BEYOND);
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
        function.close();
        world.close();
    }
}
