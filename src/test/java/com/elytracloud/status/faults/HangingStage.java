package com.elytracloud.status.faults;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * A class of promises about what does not answer. They wait more than they work, so they wait side by side, each with a
 * world and a process of its own.
 */
@Execution(ExecutionMode.CONCURRENT)
abstract class HangingStage {
    /** A start takes all the processor there is, and a run that waits for it has its deadline too. */
    private static final Object ONE_START = new Object();

    /** The shortest deadline: a row about one service need not wait for the default one. */
    private static final Map<String, String> SOON = Map.of("RUN_DEADLINE", "PT12S");

    @TempDir
    Path folder;

    private Promise promise;
    private Stage stage;

    @BeforeEach
    void read(TestInfo test) {
        promise = test.getTestMethod().orElseThrow().getAnnotation(Promise.class);
    }

    @AfterEach
    void stop() {
        if (stage != null) {
            stage.close();
        }
    }

    /** Breaks the world and asks for what the test's promise says. */
    final void when(Stage.Breaking breaking) throws Exception {
        when(Map.of(), breaking);
    }

    /** The same with other settings. */
    final void when(Map<String, String> changes, Stage.Breaking breaking) throws Exception {
        when(changes, breaking, Stage.Looking.NOWHERE);
    }

    /** The same, and after each run this is asked of the world. */
    final void when(Map<String, String> changes, Stage.Breaking breaking, Stage.Looking looking) throws Exception {
        synchronized (ONE_START) {
            Map<String, String> settings = new HashMap<>(SOON);
            settings.putAll(changes);
            stage = new Stage(folder, settings);
            stage.function().run();
        }
        stage.keeps(promise, breaking, looking);
    }

    /** Starts the product anew with these changes, and asks for what the test's promise says. */
    final void whenStarted(Map<String, String> changes) throws Exception {
        stage = new Stage(folder, SOON);
        stage.keepsStarted(promise, changes);
    }

    /** The world of the run. */
    final BrokenWorld world() {
        return stage.world();
    }
}
