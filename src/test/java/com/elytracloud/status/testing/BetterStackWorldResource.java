package com.elytracloud.status.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** Gives a {@code @QuarkusTest} a world with Better Stack in it; a field of type {@link LocalWorld} receives it. */
public final class BetterStackWorldResource implements QuarkusTestResourceLifecycleManager {
    private LocalWorld world;

    @Override
    public Map<String, String> start() {
        try {
            world = new LocalWorld(new BetterStackReplay());
            Map<String, String> variables = world.variables();
            variables.putAll(world.monitors().healthy());
            return variables;
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
