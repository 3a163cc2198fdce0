package com.elytracloud.status.betterstack;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.MonitoringService;
import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;

/** Address and token of Better Stack. */
@Singleton
final class BetterStackConfig implements SettingsSection {
    /** The address of the public service. */
    static final URI PUBLIC = URI.create("https://uptime.betterstack.com");

    private static final String TOKEN = "BETTER_STACK_TOKEN";

    private final SettingsReader reader;
    private final boolean configured;
    private final URI url;
    private final Secret token;

    BetterStackConfig(Variables variables) {
        reader = new SettingsReader(variables);
        configured = MonitoringService.BETTER_STACK.isConfigured(variables);
        url = reader.address("BETTER_STACK_URL").orElse(PUBLIC);
        token = reader.requiredSecret(TOKEN, "an API token of Better Stack");
        if (!isToken(token)) {
            reader.refuse(TOKEN, "is not a token; allowed are ASCII letters, digits and signs without blanks");
        }
    }

    /** The base address, without a slash at its end. */
    URI url() {
        return url;
    }

    /** The current token; the one of the start if the current value is not a token. */
    Secret token() {
        Secret now = reader.secret(TOKEN);
        return isToken(now) ? now : token;
    }

    // Anything else would be refused as a header by the client, with the token in the message.
    private static boolean isToken(Secret secret) {
        return secret.value().matches("[!-~]*");
    }

    @Override
    public List<Problem> problems() {
        return reader.problems();
    }

    @Override
    public boolean servesFor(Capability capability) {
        return switch (capability) {
            case READ_MONITORS, ASSESS, PUBLISH -> configured;
            case READ_BACKUPS, ANNOUNCE, WATCH, ALERT -> false;
        };
    }

    @Override
    public Set<Secret> secrets() {
        return reader.secrets();
    }

    // The public service's host is no internal name.
    @Override
    public Set<String> internalNames() {
        return url.equals(PUBLIC) ? Set.of() : new HashSet<>(List.of(url.getAuthority(), url.getHost()));
    }
}
