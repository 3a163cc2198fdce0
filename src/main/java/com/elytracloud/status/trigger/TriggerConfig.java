package com.elytracloud.status.trigger;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;

/** The settings of the trigger function; no other entry needs them. */
@Singleton
public final class TriggerConfig implements SettingsSection {
    private static final String TOKEN = "TRIGGER_TOKEN";
    private static final String QUEUE = "TRIGGER_QUEUE_URL";
    static final String ADDRESS = "TRIGGER_URL";
    private static final int SHORTEST_TOKEN = 20;

    private final SettingsReader reader;
    private final URI queue;
    private final Optional<URI> address;

    @Inject
    public TriggerConfig(Variables variables) {
        reader = new SettingsReader(variables);
        queue = reader.requiredAddress(QUEUE, "the address of the SQS queue that starts the status function");
        address = reader.address(ADDRESS);
        String token = reader.requiredSecret(
                        TOKEN, "what Uptime Kuma's notification sends after \"Authorization: Bearer \"")
                .value();
        if (!token.isEmpty() && !token.matches("[!-~]{%d,200}".formatted(SHORTEST_TOKEN))) {
            reader.refuse(
                    TOKEN,
                    "cannot be used; allowed are %d to 200 letters, digits and signs without spaces, for example from"
                                    .formatted(SHORTEST_TOKEN)
                            + " \"openssl rand -hex 32\"");
        }
    }

    /** Whether a request may start a run; takes the same time for every token of the same length. */
    public boolean accepts(String authorization) {
        String token = token().value();
        return !token.isEmpty()
                && MessageDigest.isEqual(
                        ("Bearer " + token).getBytes(StandardCharsets.UTF_8),
                        authorization.getBytes(StandardCharsets.UTF_8));
    }

    Secret token() {
        return reader.secret(TOKEN);
    }

    URI queue() {
        return queue;
    }

    Optional<URI> address() {
        return address;
    }

    @Override
    public List<Problem> problems() {
        return reader.problems();
    }

    @Override
    public boolean servesFor(Capability capability) {
        return false;
    }

    @Override
    public Set<Secret> secrets() {
        return reader.secrets();
    }
}
