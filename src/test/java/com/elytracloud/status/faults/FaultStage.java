package com.elytracloud.status.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/**
 * A class of promises that share one process with all others of the same settings: whatever broke before, the next run
 * must be a good one again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultStage {
    @SuppressWarnings("UnnecessaryLambda") // compared by identity
    private static final Function<BrokenWorld, Map<String, String>> GOOD = world -> Map.of();

    /** By the settings of their classes; they end with the JVM. */
    private static final Map<Object, Stage> STAGES = new HashMap<>();

    private Stage stage;
    private Promise promise;

    @BeforeAll
    void start() throws IOException {
        stage = open();
    }

    /** What the class changes of the good settings; the same object for classes that share a process. */
    Function<BrokenWorld, Map<String, String>> settings() {
        return GOOD;
    }

    /** The packaged function, shared with all other classes of the same settings. */
    Stage open() throws IOException {
        Stage known = STAGES.get(settings());
        if (known != null) {
            return known;
        }
        Path place = Files.createTempDirectory("elytra-stage");
        Stage shared = new Stage(place, settings(), Entry::function);
        STAGES.put(settings(), shared);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            shared.close();
            FileUtils.deleteQuietly(place.toFile());
        }));
        return shared;
    }

    @BeforeEach
    void read(TestInfo test) {
        promise = test.getTestMethod().orElseThrow().getAnnotation(Promise.class);
    }

    /** Breaks the world and asks for what the test's promise says. */
    final void when(Stage.Breaking breaking) throws Exception {
        afterwards(breaking, Stage.Looking.NOWHERE);
    }

    /** The same, and after each run this is asked of the world. */
    final void afterwards(Stage.Breaking breaking, Stage.Looking looking) throws Exception {
        stage.keeps(promise, breaking, looking);
    }

    /** By the function alone: a run for the first event, the breaking, and a run for the second. */
    final void onEvents(String first, Stage.Breaking breaking, String second, Stage.Looking looking) throws Exception {
        onEvents(first, breaking, () -> function().run(second), looking);
    }

    /** The same with another second run. */
    final void onEvents(String first, Stage.Breaking breaking, Stage.Running second, Stage.Looking looking)
            throws Exception {
        stage.keeps(promise, function(), () -> function().run(first), breaking, second, looking);
    }

    /** The packaged function, whose process stays. */
    final Entry.Function function() {
        return (Entry.Function) stage.function();
    }

    /** Starts the product again with these changes, and asks for what the test's promise says. */
    final void whenStarted(Map<String, String> changes) throws Exception {
        whenStarted(changes, world -> {}, Stage.Looking.NOWHERE);
    }

    /** The same in a world that is broken before the start; after the run this is asked of it. */
    final void whenStarted(Map<String, String> changes, Stage.Breaking breaking, Stage.Looking looking)
            throws Exception {
        stage.keepsStarted(promise, changes, breaking, looking);
    }

    /** A run of the function, between the breaking and the run that must keep the promise. */
    final Entry.End runBetween() throws Exception {
        return stage.function().run();
    }

    /** The world of the last run. */
    final BrokenWorld world() {
        return stage.world();
    }
}
