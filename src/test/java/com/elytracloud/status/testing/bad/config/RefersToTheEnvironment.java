package com.elytracloud.status.testing.bad.config;

import java.util.function.UnaryOperator;

/** Past the settings, without a call. */
public final class RefersToTheEnvironment {
    UnaryOperator<String> variables() {
        return System::getenv;
    }
}
