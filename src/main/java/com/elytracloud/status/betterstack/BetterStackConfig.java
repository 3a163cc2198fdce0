package com.elytracloud.status.betterstack;

import java.net.URI;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.SourceChoice.MonitoringService;
import com.elytracloud.status.config.Variables;

/**
 * Address and token of Better Stack.
 *
 * @param url the base address, without a slash at its end
 * @param tokenAtStart in place of a later one that cannot be used
 */
@Singleton
record BetterStackConfig(SettingsReader reader, URI url, Secret tokenAtStart) implements SettingsSection {
    /** The address of the public service, which is no internal name. */
    static final URI PUBLIC = URI.create("https://uptime.betterstack.com");

    private static final String TOKEN = "BETTER_STACK_TOKEN";

    @Inject
    BetterStackConfig(Variables variables) {
        this(MonitoringService.BETTER_STACK.reader(variables));
        reader.required(TOKEN, "an API token of Better Stack");
        if (!isToken(tokenAtStart)) {
            reader.refuse(TOKEN, "is not a token; allowed are ASCII letters, digits and signs without blanks");
        }
        if (!url.equals(PUBLIC)) {
            reader.internal(url.getAuthority(), url.getHost());
        }
    }

    private BetterStackConfig(SettingsReader reader) {
        this(reader, reader.address("BETTER_STACK_URL").orElse(PUBLIC), reader.secret(TOKEN));
    }

    /** The current token; the one of the start if the current value is not a token. */
    Secret token() {
        Secret now = reader.secret(TOKEN);
        return isToken(now) ? now : tokenAtStart;
    }

    // Anything else would be refused as a header by the client, with the token in the message.
    private static boolean isToken(Secret secret) {
        return secret.value().matches("[!-~]*");
    }
}
