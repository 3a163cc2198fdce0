package com.elytracloud.status.guard;

import java.util.HashSet;
import java.util.Set;

import jakarta.inject.Singleton;

import com.elytracloud.status.run.SecretGuard;

/** The guard of messages: all its rules but those against what an operator must be told. */
@Singleton
final class MessageGuard implements SecretGuard {
    private static final Set<String> TOLD =
            Set.of("ipv4", "ipv6", "email", "url", "host", "host-port", "arn", InsideNames.INSIDE_NAME);

    private final Canaries canaries;

    MessageGuard(Canaries canaries) {
        this.canaries = canaries;
    }

    @Override
    public boolean findsSecretIn(String text) {
        Set<String> broken = new HashSet<>(canaries.scan().rulesBrokenBy(text));
        broken.removeAll(TOLD);
        return !broken.isEmpty();
    }
}
