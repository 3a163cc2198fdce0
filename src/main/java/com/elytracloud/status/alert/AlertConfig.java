package com.elytracloud.status.alert;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.config.Problem;
import com.elytracloud.status.config.Secret;
import com.elytracloud.status.config.SettingsReader;
import com.elytracloud.status.config.SettingsSection;
import com.elytracloud.status.config.SiteLanguage;
import com.elytracloud.status.config.Variables;

/**
 * The channels that deliver alerts to the operator, and the language of the alerts. Each channel may be absent, but none may
 * be configured only in part.
 */
@Singleton
final class AlertConfig implements SettingsSection {
    private static final String KEY = "SENDGRID_API_KEY";
    private static final String FROM = "SENDGRID_FROM_EMAIL";
    private static final String ADMIN = "SENDGRID_ADMIN_EMAIL";
    private static final String SLACK = "SLACK_WEBHOOK_URL";
    private static final String WEBHOOK = "ALERT_WEBHOOK_URL";
    private static final String HEARTBEAT = "HEARTBEAT_URL";
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+\\.[^\\s@,;<>]+");

    private final SettingsReader reader;
    private final String from;
    private final List<String> admins;
    private final Locale language;
    private final Map<String, URI> atStart = new HashMap<>();

    @Inject
    AlertConfig(Variables variables) {
        reader = new SettingsReader(variables);
        reader.secret(KEY);
        from = reader.text(FROM, "");
        admins = reader.list(ADMIN, "");
        language = SiteLanguage.read(reader);
        List.of(SLACK, WEBHOOK, HEARTBEAT).forEach(this::readAddress);
        checkSendGrid();
    }

    /** The key of SendGrid, empty without mail. */
    Secret sendGridKey() {
        return reader.secret(KEY);
    }

    /** Who the mail is from. */
    String from() {
        return from;
    }

    /** Who gets it. */
    List<String> admins() {
        return admins;
    }

    Locale language() {
        return language;
    }

    Optional<URI> slack() {
        return now(SLACK);
    }

    Optional<URI> webhook() {
        return now(WEBHOOK);
    }

    Optional<URI> heartbeat() {
        return now(HEARTBEAT);
    }

    @Override
    public List<Problem> problems() {
        return reader.problems();
    }

    @Override
    public boolean servesFor(Capability capability) {
        return switch (capability) {
            case PUBLISH, WATCH, ALERT -> true;
            case READ_MONITORS, READ_BACKUPS, ASSESS, ANNOUNCE -> false;
        };
    }

    @Override
    public Set<Secret> secrets() {
        return reader.secrets();
    }

    private void checkSendGrid() {
        boolean any = List.of(KEY, FROM, ADMIN).stream().anyMatch(reader::isSet);
        for (String variable : List.of(KEY, FROM, ADMIN)) {
            if (any && !reader.isSet(variable)) {
                reader.refuse(variable, "is not set; mail needs %s, %s and %s together".formatted(KEY, FROM, ADMIN));
            }
        }
        if (!from.isEmpty() && !EMAIL.matcher(from).matches()) {
            reader.refuse(FROM, "is not one mail address");
        }
        if (!admins.stream().allMatch(admin -> EMAIL.matcher(admin).matches())) {
            reader.refuse(ADMIN, "is not a comma-separated list of mail addresses");
        }
    }

    // The whole address is a secret: anyone who knows it can post there.
    private void readAddress(String variable) {
        Optional<URI> address = parsed(reader.secret(variable).value());
        address.ifPresent(found -> atStart.put(variable, found));
        if (address.isEmpty() && reader.isSet(variable)) {
            reader.refuse(variable, "is not a web address; allowed is https://host[:port]/path[?query]");
        }
    }

    // An invalid new address does not disable the channel: the address from the start may still be valid.
    private Optional<URI> now(String variable) {
        return parsed(reader.secret(variable).value()).or(() -> Optional.ofNullable(atStart.get(variable)));
    }

    private static Optional<URI> parsed(String text) {
        try {
            URI address = new URI(text);
            boolean isWeb = Set.of("http", "https").contains(String.valueOf(address.getScheme()));
            return isWeb && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
