package com.elytracloud.status.faults;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;

/** A class of promises that need settings of their own, which the application of a Quarkus test is given at no cost. */
abstract class ApplicationStage extends FaultStage {
    private Stage own;

    @Override
    final Stage open() throws IOException {
        own = new Stage(Path.of(""), settings(), (folder, variables) -> new Application(variables));
        return own;
    }

    @AfterAll
    void close() {
        own.close();
    }
}
