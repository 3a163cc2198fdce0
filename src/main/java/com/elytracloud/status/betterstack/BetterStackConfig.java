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

/** How Better Stack lets us in. */
@Singleton
final class BetterStackConfig implements SettingsSection {
    /** Where everyone's Better Stack is. */
    static final URI PUBLIC = URI.create("https://uptime.betterstack.com");

    private static final String TOKEN = "BETTER_STACK_TOKEN";
    private static final String URL = "BETTER_STACK_URL";

    private final SettingsReader reader;
    private final boolean configured;
    private final URI url;
    private final Secret token;

    BetterStackConfig(Variables variables) {
        reader = new SettingsReader(variables);
        configured = MonitoringService.BETTER_STACK.isConfigured(variables);
        url = reader.address(URL).orElse(PUBLIC);
        token = reader.requiredSecret(TOKEN, "an API token of Better Stack");
        if (!isToken(token)) {
            reader.refuse(TOKEN, "is not a token; allowed are letters, digits and signs of ASCII without blanks");
        }
    }

    /** The base address, without a slash at its end. */
    URI url() {
        return url;
    }

    /** The token as it is now, unless it is none any more. */
    Secret token() {
        Secret now = reader.secret(TOKEN);
        return isToken(now) ? now : token;
    }

    // Anything else would be a header of its own, or refused with the token in the message.
    private static boolean isToken(Secret secret) {
        return secret.value().matches("[!-~]*");
    }

    @Override
    public List<Problem> problems() {
        return reader.problems();
    }

    @Override
    public boolean servesFor(Purpose purpose) {
        return switch (purpose) {
            case READ_MONITORS, ASSESS, PUBLISH -> configured;
            case READ_BACKUPS, NOTICE, WATCH, ALERT -> false;
        };
    }

    @Override
    public Set<Secret> secrets() {
        return reader.secrets();
    }

    // The service's own host is known to everyone.
    @Override
    public Set<String> insideNames() {
        return url.equals(PUBLIC) ? Set.of() : new HashSet<>(List.of(url.getAuthority(), url.getHost()));
    }
}
