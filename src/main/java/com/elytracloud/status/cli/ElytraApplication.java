package com.elytracloud.status.cli;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.runtime.QuarkusApplication;
import picocli.CommandLine;

/** Runs a command with everything it needs injected. */
public final class ElytraApplication implements QuarkusApplication {
    @Override
    public int run(String... args) {
        return ElytraCommand.commandLine(new BeanFactory(), args).execute(args);
    }

    /** Makes commands with what they need injected. */
    static final class BeanFactory implements CommandLine.IFactory {
        private final CommandLine.IFactory plain = CommandLine.defaultFactory();

        @Override
        public <K> K create(Class<K> type) throws Exception {
            InstanceHandle<K> bean = Arc.container().instance(type);
            return bean.isAvailable() ? bean.get() : plain.create(type);
        }
    }
}
