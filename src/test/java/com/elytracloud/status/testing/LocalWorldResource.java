package com.elytracloud.status.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Gives a {@code @QuarkusTest} a world of its own; a field of type {@link LocalWorld} in the test receives it. */
public final class LocalWorldResource implements QuarkusTestResourceLifecycleManager {
    private LocalWorld world;

    @Override
    public Map<String, String> start() {
        try {
            world = new LocalWorld();
            return world.variables();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(world, new TestInjector.MatchesType(LocalWorld.class));
    }

    @Override
    public void stop() {
        world.close();
    }
}
