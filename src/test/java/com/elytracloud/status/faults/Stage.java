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

/** The packaged function in a world of its own, with the command line where a promise wants it, and what each run must keep. */
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
            SecretsFaultsIT.OTHER_SECRET,
            SecretsHangsIT.SESSION);

    private final Path folder;
    private final BrokenWorld world;
    private final Entry.Function function;
    private final Map<String, String> variables;
    private final Entry commandLine;

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

    private interface Starting {
        Entry start() throws IOException;
    }

    /** Starts the function with the good settings and these changes; a value of "" takes a setting away. */
    Stage(Path folder, Map<String, String> changes) throws IOException {
        this(folder, world -> changes);
    }

    /** The same with changes that depend on where things are. */
    Stage(Path folder, Function<BrokenWorld, Map<String, String>> changes) throws IOException {
        this.folder = folder;
        world = new BrokenWorld(folder);
        variables = with(world.variables(), changes.apply(world));
        function = Entry.function(folder.resolve("function"), variables);
        commandLine = Entry.commandLine(folder.toAbsolutePath(), variables);
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
        for (Entry entry : promise.alsoByCommandLine() ? List.of(function, commandLine) : List.of(function)) {
            // The good run by the function always: its process stands already.
            keeps(promise, entry, function::run, breaking, entry::run, looking);
        }
    }

    /** The same by the function alone, for only it is sent events; the first run is for the first of them. */
    void keeps(Promise promise, String first, Breaking breaking, Running then, Looking looking) throws Exception {
        keeps(promise, function, () -> function.run(first), breaking, then, looking);
    }

    private void keeps(Promise promise, Entry entry, Running good, Breaking breaking, Running then, Looking looking)
            throws Exception {
        byte[] before = goodRun(good);
        breaking.breaks(world);
        long start = System.nanoTime();
        End end = then.run();
        require(promise, entry, end, before, Duration.ofNanos(System.nanoTime() - start));
        looking.at(world);
    }

    /** The same where the breaking is a new start with these changes, which each entry makes for itself. */
    void keepsStarted(Promise promise, Map<String, String> changes) throws Exception {
        Map<String, String> changed = with(variables, changes);
        Path anew = folder.resolve(promise.when().replaceAll("\\W", "-"));
        Starting functionAnew = () -> Entry.function(anew, changed);
        Starting commandLineAnew = () -> Entry.commandLine(folder.toAbsolutePath(), changed);
        for (Starting starting :
                promise.alsoByCommandLine() ? List.of(functionAnew, commandLineAnew) : List.of(functionAnew)) {
            byte[] before = goodRun(function::run);
            long start = System.nanoTime();
            try (Entry entry = starting.start()) {
                End end = entry.run();
                require(promise, entry, end, before, Duration.ofNanos(System.nanoTime() - start));
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
                .isLessThan(
                        entry instanceof Entry.Function ? longest() : longest().plus(START));
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
