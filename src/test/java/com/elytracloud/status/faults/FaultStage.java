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
import org.junit.jupiter.api.io.TempDir;

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
    private Path folder;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        stage = STAGES.get(settings());
        if (stage == null) {
            stage = shared(settings());
            STAGES.put(settings(), stage);
        }
    }

    /** What the class changes of the good settings; the same object for classes that share a process. */
    Function<BrokenWorld, Map<String, String>> settings() {
        return GOOD;
    }

    private static Stage shared(Function<BrokenWorld, Map<String, String>> settings) throws IOException {
        Path place = Files.createTempDirectory("elytra-stage");
        Stage shared = new Stage(place, settings);
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

    /** The same with other settings, which takes a process of its own. */
    final void when(Map<String, String> changes, Stage.Breaking breaking) throws Exception {
        whenSet(world -> changes, breaking, Stage.Looking.NOWHERE);
    }

    /** The same, and after each run this is asked of the world. */
    final void when(Map<String, String> changes, Stage.Breaking breaking, Stage.Looking looking) throws Exception {
        whenSet(world -> changes, breaking, looking);
    }

    /** The same with other settings that depend on where things are. */
    final void whenSet(Function<BrokenWorld, Map<String, String>> changes, Stage.Breaking breaking) throws Exception {
        whenSet(changes, breaking, Stage.Looking.NOWHERE);
    }

    private void whenSet(
            Function<BrokenWorld, Map<String, String>> changes, Stage.Breaking breaking, Stage.Looking looking)
            throws Exception {
        try (Stage own = new Stage(folder.resolve(promise.when().replaceAll("\\W", "-")), changes)) {
            own.keeps(promise, breaking, looking);
        }
    }

    /** By the function alone: a run for the first event, the breaking, and a run for the second. */
    final void onEvents(String first, Stage.Breaking breaking, String second, Stage.Looking looking) throws Exception {
        onEvents(first, breaking, () -> function().run(second), looking);
    }

    /** The same with another second run. */
    final void onEvents(String first, Stage.Breaking breaking, Stage.Running second, Stage.Looking looking)
            throws Exception {
        stage.keeps(promise, first, breaking, second, looking);
    }

    /** The function, whose process stays. */
    final Entry.Function function() {
        return stage.function();
    }

    /** Starts the product anew with these changes, and asks for what the test's promise says. */
    final void whenStarted(Map<String, String> changes) throws Exception {
        stage.keepsStarted(promise, changes);
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
