package com.elytracloud.status.trigger;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.Variables;

/** The settings of the trigger function; no other entry needs them. */
@Singleton
public record TriggerConfig(SettingsReader reader, URI queue) implements SettingsSection {
    static final String ADDRESS = "TRIGGER_URL";

    private static final String TOKEN = "TRIGGER_TOKEN";

    /** Reads the section. */
    @Inject
    public TriggerConfig(Variables variables) {
        this(new SettingsReader(variables, Set.of(Capability.TRIGGER)));
        address();
        reader.required(TOKEN, "what Uptime Kuma's notification sends after \"Authorization: Bearer \"");
        Secret token = token();
        if (!token.isEmpty() && !token.value().matches("[!-~]{20,200}")) {
            reader.refuse(
                    TOKEN,
                    "cannot be used; allowed are 20 to 200 letters, digits and signs without spaces, for example from"
                            + " \"openssl rand -hex 32\"");
        }
    }

    private TriggerConfig(SettingsReader reader) {
        this(
                reader,
                reader.requiredAddress(
                        "TRIGGER_QUEUE_URL", "the address of the SQS queue that starts the status function"));
    }

    /** Whether a request may start a run; takes the same time for every token of the same length. */
    public boolean accepts(String authorization) {
        Secret token = token();
        return !token.isEmpty()
                && MessageDigest.isEqual(
                        ("Bearer " + token.value()).getBytes(StandardCharsets.UTF_8),
                        authorization.getBytes(StandardCharsets.UTF_8));
    }

    Secret token() {
        return reader.secret(TOKEN);
    }

    Optional<URI> address() {
        return reader.address(ADDRESS);
    }
}
