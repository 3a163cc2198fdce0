package com.elytracloud.status.alert;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.SiteLanguage;
import com.elytracloud.status.config.Variables;

/**
 * The channels that deliver alerts to the operator, and the language of the alerts. Each channel may be absent, but none may
 * be configured only in part.
 *
 * @param from who the mail is from
 * @param admins who gets it
 * @param addressesAtStart each in place of a later one that cannot be used
 */
@Singleton
record AlertConfig(
        SettingsReader reader, String from, List<String> admins, Locale language, Map<String, Secret> addressesAtStart)
        implements SettingsSection {
    static final String SLACK = "SLACK_WEBHOOK_URL";
    static final String WEBHOOK = "ALERT_WEBHOOK_URL";
    static final String HEARTBEAT = "HEARTBEAT_URL";

    private static final String KEY = "SENDGRID_API_KEY";
    private static final String FROM = "SENDGRID_FROM_EMAIL";
    private static final String ADMIN = "SENDGRID_ADMIN_EMAIL";
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+");

    @Inject
    AlertConfig(Variables variables) {
        this(new SettingsReader(variables, Set.of(Capability.PUBLISH, Capability.WATCH, Capability.ALERT)));
        List<String> missing = Stream.of(KEY, FROM, ADMIN)
                .filter(variable -> !reader.isSet(variable))
                .toList();
        if (missing.size() < 3) {
            missing.forEach(variable ->
                    reader.refuse(variable, "is not set; mail needs %s, %s and %s together", KEY, FROM, ADMIN));
        }
        if (!from.isEmpty() && !EMAIL.matcher(from).matches()) {
            reader.refuse(FROM, "is not one mail address");
        }
        if (!admins.stream().allMatch(admin -> EMAIL.matcher(admin).matches())) {
            reader.refuse(ADMIN, "is not a comma-separated list of mail addresses");
        }
        addressesAtStart.forEach((variable, address) -> {
            if (!address.isEmpty() && parsed(address).isEmpty()) {
                reader.refuse(variable, "is not a web address; allowed is https://host[:port]/path[?query]");
            }
        });
        sendGridKey();
    }

    // The whole address of a webhook is a secret: anyone who knows it can post there.
    private AlertConfig(SettingsReader reader) {
        this(
                reader,
                reader.text(FROM, ""),
                reader.list(ADMIN),
                SiteLanguage.read(reader),
                Stream.of(SLACK, WEBHOOK, HEARTBEAT).collect(Collectors.toMap(Function.identity(), reader::secret)));
    }

    /** The key of SendGrid, empty without mail. */
    Secret sendGridKey() {
        return reader.secret(KEY);
    }

    /** The current address of a webhook, by its variable; the one of the start if the current value is none. */
    Optional<URI> address(String variable) {
        return parsed(reader.secret(variable)).or(() -> parsed(addressesAtStart.get(variable)));
    }

    private static Optional<URI> parsed(Secret text) {
        try {
            URI address = new URI(text.value());
            boolean isWeb = Set.of("http", "https").contains(String.valueOf(address.getScheme()));
            return isWeb && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
