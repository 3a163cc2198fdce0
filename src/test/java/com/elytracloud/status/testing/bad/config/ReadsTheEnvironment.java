package com.elytracloud.status.testing.bad.config;

/** Past the settings. */
public final class ReadsTheEnvironment {
    String variable() {
        return System.getenv("HOME");
    }
}
